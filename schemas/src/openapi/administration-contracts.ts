import {
	AccountClosed,
	AccountList,
	AuditPage,
	GrantChange,
	GrantsNow,
	InvitationIssued,
	InvitationOrder,
} from '../accounts/administration.js';
import {
	ApiKeyIssued,
	ApiKeyList,
	ApiKeyOrder,
	KeyRotation,
	LinkIssued,
	LinkList,
	LinkOrder,
	Revoked,
	StructureDraft,
	StructureList,
	StructureWritten,
} from '../administration.js';
import { CommentPage } from '../comment.js';
import { DeadLetters, DropDone, DropOrder, ReplayDone, ReplayOrder } from '../dead-letters.js';
import type { Named } from '../json-schema.js';
import { ProposalDecision } from '../proposals/decision.js';
import { ProposalDecided, ProposalList } from '../proposals/proposal.js';
import {
	BodySettings,
	DeliveryLog,
	Recipient,
	RecipientDraft,
	SecretRotation,
	SendingStates,
	TestSending,
	Webhook,
	WebhookDraft,
	WebhookIssued,
} from '../settings.js';
import type { administrationExamples } from './administration-examples.js';

/** administrationContracts are the bodies of what administrators, and a body's own people, read and change. */
export const administrationContracts = {
	AccountList: { schema: AccountList, description: 'Les comptes et les invitations' },
	InvitationOrder: { schema: InvitationOrder, description: 'Une invitation à créer' },
	InvitationIssued: { schema: InvitationIssued, description: 'Une invitation, son lien vu une seule fois' },
	GrantChange: { schema: GrantChange, description: 'Un rôle à donner ou à retirer' },
	GrantsNow: { schema: GrantsNow, description: 'Les rôles d’un compte, après le changement' },
	AccountClosed: { schema: AccountClosed, description: 'Un compte fermé' },
	Revoked: { schema: Revoked, description: 'Ce qui a été révoqué' },
	StructureList: { schema: StructureList, description: 'Les structures' },
	StructureDraft: { schema: StructureDraft, description: 'Une structure à écrire' },
	StructureWritten: { schema: StructureWritten, description: 'Une structure, telle qu’elle est écrite' },
	LinkList: { schema: LinkList, description: 'Les liens d’inscription, sans leur secret' },
	LinkOrder: { schema: LinkOrder, description: 'Un lien à créer' },
	LinkIssued: { schema: LinkIssued, description: 'Un lien d’inscription, vu entier une seule fois' },
	ApiKeyList: { schema: ApiKeyList, description: 'Les clés d’API, sans leur secret' },
	ApiKeyOrder: { schema: ApiKeyOrder, description: 'Une clé à créer' },
	ApiKeyIssued: { schema: ApiKeyIssued, description: 'Une clé d’API, vue entière une seule fois' },
	KeyRotation: { schema: KeyRotation, description: 'Combien de jours l’ancienne clé sert encore' },
	AuditPage: { schema: AuditPage, description: 'Qui a fait quoi, du plus récent au plus ancien' },
	DeadLetters: { schema: DeadLetters, description: 'Ce qui n’a pu être rangé, et pourquoi' },
	ReplayOrder: { schema: ReplayOrder, description: 'Des lettres à remettre ; par défaut, sans rien faire' },
	DropOrder: { schema: DropOrder, description: 'Des lettres à abandonner ; par défaut, sans rien faire' },
	ReplayDone: { schema: ReplayDone, description: 'Ce qu’une remise a fait, ou ferait' },
	DropDone: { schema: DropDone, description: 'Ce qui a été abandonné, ou le serait' },
	CommentPage: {
		schema: CommentPage,
		description: 'Une page de commentaires, que les curateurs seuls lisent',
	},
	ProposalList: { schema: ProposalList, description: 'Les plateformes proposées, ce qui attend d’abord' },
	ProposalDecision: { schema: ProposalDecision, description: 'Ce qu’un curateur en fait' },
	ProposalDecided: { schema: ProposalDecided, description: 'Ce qu’il en a fait' },
	BodySettings: { schema: BodySettings, description: 'Où vont les signalements d’un organisme' },
	RecipientDraft: { schema: RecipientDraft, description: 'Une boîte aux lettres à ajouter' },
	Recipient: { schema: Recipient, description: 'Une boîte aux lettres d’un organisme' },
	WebhookDraft: { schema: WebhookDraft, description: 'Un webhook à ajouter' },
	Webhook: { schema: Webhook, description: 'Un webhook d’un organisme, sans son secret' },
	WebhookIssued: { schema: WebhookIssued, description: 'Un webhook et son secret, vu une seule fois' },
	SecretRotation: { schema: SecretRotation, description: 'Combien de jours les deux secrets signent' },
	TestSending: { schema: TestSending, description: 'Ce que le destinataire a répondu à un essai' },
	DeliveryLog: {
		schema: DeliveryLog,
		description: 'Les envois d’un organisme : en attente, et comment ils ont fini',
	},
	SendingStates: {
		schema: SendingStates,
		description: 'Si chaque organisme est prévenu de ce qui le regarde',
	},
} as const satisfies Readonly<Record<keyof typeof administrationExamples, Named>>;
