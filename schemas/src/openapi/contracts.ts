import { z } from 'zod';
import { Me, OwnSessions, SessionsEnded, SignedOut } from '../accounts/session.js';
import { Attestation, Attestations, AttestedFacts, VerifiedAttestation } from '../attestation.js';
import { CommentBody, CommentReceipt, CommentSwitch } from '../comment.js';
import { DysfunctionAlerted } from '../events/dysfunction-alerted.js';
import { NonTakeUpSignalled } from '../events/nontakeup-signalled.js';
import { ProcedureFailed } from '../events/procedure-failed.js';
import { ReferralMade } from '../events/referral-made.js';
import { RepairConfirmed } from '../events/repair-confirmed.js';
import { Event } from '../events.js';
import {
	BATCH_LIMIT,
	BatchReceipt,
	Device,
	Enrolment,
	EnrolmentOffer,
	EnrolmentQuestion,
	Manifest,
	Receipt,
	ReleaseDetail,
	ReleaseDictionary,
	ReleaseList,
	ReleaseTable,
	SeriesTable,
	WorldState,
} from '../http.js';
import type { Named } from '../json-schema.js';
import { LiveLevels } from '../live.js';
import { Maintenance, MaintenanceDraft, MaintenanceEnded, Maintenances } from '../maintenance.js';
import { FieldError, fieldCodes, Problem } from '../problem.js';
import { ProposalBody, ProposalDecisions, ProposalReceipt } from '../proposals/proposal.js';
import { PublicRegistry } from '../public-registry.js';
import { ReportCommand } from '../reports/command.js';
import { AnswerFigures, BodyReplyDraft, BodyReplyKept } from '../reports/figures.js';
import { PublicReport, PublicReports, ReportDetail, ReportList, ReportSummary } from '../reports/http.js';
import { TaxonomyBody } from '../taxonomy-body.js';
import { WeeklySignals } from '../weekly-signals.js';
import { administrationContracts } from './administration-contracts.js';

/** A batch as it should be. Intake reads its events as unknown, to judge each of them alone. */
const EventBatch = z.strictObject({ events: z.array(Event).min(1).max(BATCH_LIMIT) });

const codesInWords = Object.entries(fieldCodes)
	.map(([code, meaning]) => `\`${code}\` : ${meaning}`)
	.join(' ; ');

/** httpContracts holds every body of the HTTP interface under its name in the document. */
export const httpContracts = {
	Event: { schema: Event, description: 'Une déclaration : l’un des cinq genres' },
	DysfunctionAlerted: { schema: DysfunctionAlerted, description: 'Alerte en un clic sur une plateforme' },
	ProcedureFailed: { schema: ProcedureFailed, description: 'Une démarche qui n’a pas abouti' },
	NonTakeUpSignalled: {
		schema: NonTakeUpSignalled,
		description: 'Un droit auquel quelqu’un n’a pas recours',
	},
	ReferralMade: { schema: ReferralMade, description: 'Une orientation vers un autre service' },
	RepairConfirmed: { schema: RepairConfirmed, description: 'Réponse à « est-ce réparé ? »' },
	Receipt: { schema: Receipt, description: 'Accusé de réception d’une déclaration' },
	EventBatch: { schema: EventBatch, description: `Un lot d’au plus ${BATCH_LIMIT} déclarations` },
	BatchReceipt: {
		schema: BatchReceipt,
		description: 'Ce qui a été accepté, et pourquoi le reste ne l’est pas',
	},
	Comment: { schema: CommentBody, description: 'Quelques mots sur une alerte' },
	CommentReceipt: { schema: CommentReceipt, description: 'Gardés, ou refusés et pourquoi' },
	CommentSwitch: { schema: CommentSwitch, description: 'Les commentaires sont-ils ouverts ?' },
	Proposal: { schema: ProposalBody, description: 'Une plateforme que les listes n’ont pas' },
	ProposalReceipt: { schema: ProposalReceipt, description: 'Gardée, déjà jugée, ou déjà connue' },
	ProposalDecisions: {
		schema: ProposalDecisions,
		description: 'Ce qui a été décidé, par l’identifiant de chaque proposition',
	},
	EnrolmentQuestion: { schema: EnrolmentQuestion, description: 'Que permet ce lien d’inscription ?' },
	EnrolmentOffer: { schema: EnrolmentOffer, description: 'La structure et le département d’un lien' },
	Enrolment: { schema: Enrolment, description: 'Inscription d’un appareil, la charte acceptée' },
	Device: { schema: Device, description: 'Un appareil inscrit, avec son jeton' },
	WorldState: {
		schema: WorldState,
		description: 'Le monde, la semaine, la dernière et la prochaine publication',
	},
	LiveLevels: {
		schema: LiveLevels,
		description:
			'Les plateformes sous perturbation en ce moment : un niveau, depuis quand, une tranche de structures',
	},
	WeeklySignals: {
		schema: WeeklySignals,
		description:
			'Ce qui a changé dans les semaines closes : un niveau, depuis quand, une tranche de structures',
	},
	Manifest: { schema: Manifest, description: 'Une publication : sa période, son empreinte, son mécanisme' },
	ReleaseDetail: { schema: ReleaseDetail, description: 'Une publication et ses fichiers' },
	ReleaseDictionary: {
		schema: ReleaseDictionary,
		description: 'Ce que veulent dire les fichiers d’une publication',
	},
	ReleaseList: { schema: ReleaseList, description: 'Toutes les publications' },
	ReleaseTable: { schema: ReleaseTable, description: 'Un croisement d’une publication, toutes ses cases' },
	SeriesTable: { schema: SeriesTable, description: 'Un croisement au fil des publications' },
	TaxonomyBody: { schema: TaxonomyBody, description: 'Les listes de codes, et les couples impossibles' },
	PublicRegistry: {
		schema: PublicRegistry,
		description: 'Les organismes, et qui répond de quelle plateforme',
	},
	ReportList: {
		schema: ReportList,
		description: 'Les signalements que l’appelant peut lire, ce qui presse d’abord',
	},
	ReportSummary: { schema: ReportSummary, description: 'Un signalement, en une ligne' },
	ReportDetail: {
		schema: ReportDetail,
		description: 'Un signalement, sa vie et ce que l’appelant peut en faire',
	},
	ReportCommand: { schema: ReportCommand, description: 'Ce qu’un organisme dit ou fait d’un signalement' },
	PublicReports: { schema: PublicReports, description: 'Les signalements, tels que chacun peut les lire' },
	PublicReport: { schema: PublicReport, description: 'Un signalement, tel que le terrain le lit' },
	AttestedFacts: { schema: AttestedFacts, description: 'Ce qui a été publié d’une perturbation' },
	Attestation: { schema: Attestation, description: 'Une attestation de perturbation, et son code' },
	Attestations: { schema: Attestations, description: 'Les perturbations publiées d’une plateforme, un jour' },
	VerifiedAttestation: {
		schema: VerifiedAttestation,
		description: 'Ce que disait une attestation, et ce que l’on sait depuis de sa fin',
	},
	MaintenanceDraft: {
		schema: MaintenanceDraft,
		description: 'Un arrêt prévu (`maintenance`) ou une mise en service (`deployment`) d’une plateforme',
	},
	Maintenance: { schema: Maintenance, description: 'Une annonce d’un organisme' },
	Maintenances: { schema: Maintenances, description: 'Ce que les organismes ont annoncé' },
	MaintenanceEnded: { schema: MaintenanceEnded, description: 'Une annonce annulée, ou finie avant l’heure' },
	AnswerFigures: { schema: AnswerFigures, description: 'Comment chaque organisme répond, sur un an' },
	BodyReplyDraft: { schema: BodyReplyDraft, description: 'Ce qu’un organisme dit de ses propres chiffres' },
	BodyReplyKept: { schema: BodyReplyKept, description: 'Ce qui en est publié ; null quand il l’a retiré' },
	Me: { schema: Me, description: 'Qui l’on est ici, et ce que l’on peut y faire' },
	OwnSessions: { schema: OwnSessions, description: 'Où l’on est connecté' },
	SessionsEnded: { schema: SessionsEnded, description: 'Combien de sessions ont été fermées' },
	SignedOut: { schema: SignedOut, description: 'Où finir la déconnexion' },
	...administrationContracts,
	Problem: {
		schema: Problem,
		description: 'Un problème (RFC 9457) : où et pourquoi, jamais la valeur reçue',
	},
	FieldError: { schema: FieldError, description: `Un champ et ce qu’il a. ${codesInWords}.` },
} as const satisfies Record<string, Named>;

export type ContractName = keyof typeof httpContracts;
