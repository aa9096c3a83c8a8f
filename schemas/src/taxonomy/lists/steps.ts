import type { Entry } from '../entry.js';

/** StepEntry is a step with its side of the submission. */
export interface StepEntry extends Entry {
	readonly phase: 'before' | 'submission' | 'after';
}

/** steps holds the 25 steps of a procedure in the order of the funnel. ENVOI is the boundary: what fails before it feeds
 * non-demande, from it on non-réception. */
// biome-ignore format: one entry a line, to be read as a table
export const steps = [
	{ code: 'INFORMATION', fr: 'Information', en: 'Information', hint: { fr: 'Savoir que le droit existe, à qui et comment le demander', en: 'Knowing that the right exists, whom to ask and how' }, phase: 'before', since: '2026.1' },
	{ code: 'SIMULATION', fr: 'Simulation', en: 'Simulation', phase: 'before', since: '2026.1' },
	{ code: 'CREATION_COMPTE', fr: 'Création du compte', en: 'Account creation', phase: 'before', since: '2026.1' },
	{ code: 'CONNEXION', fr: 'Connexion', en: 'Sign-in', phase: 'before', since: '2026.1' },
	{ code: 'IDENTIFICATION', fr: 'Identification', en: 'Identification', hint: { fr: 'FranceConnect ou vérification de l’identité', en: 'FranceConnect or identity check' }, phase: 'before', since: '2026.1' },
	{ code: 'MANDAT', fr: 'Mandat', en: 'Mandate', hint: { fr: 'Aidants Connect, tutelle, procuration', en: 'Aidants Connect, guardianship, power of attorney' }, phase: 'before', since: '2026.1' },
	{ code: 'FORMULAIRE', fr: 'Formulaire', en: 'Form', phase: 'before', since: '2026.1' },
	{ code: 'PIECES', fr: 'Pièces', en: 'Documents', hint: { fr: 'Justificatifs à réunir et à joindre', en: 'Supporting documents to gather and attach' }, phase: 'before', since: '2026.1' },
	{ code: 'SIGNATURE', fr: 'Signature', en: 'Signature', phase: 'before', since: '2026.1' },
	{ code: 'ENVOI', fr: 'Envoi', en: 'Submission', phase: 'submission', since: '2026.1' },
	{ code: 'ACCUSE_RECEPTION', fr: 'Accusé de réception', en: 'Acknowledgement of receipt', phase: 'after', since: '2026.1' },
	{ code: 'SUIVI', fr: 'Suivi du dossier', en: 'Tracking the file', phase: 'after', since: '2026.1' },
	{ code: 'COMPLEMENT', fr: 'Complément demandé', en: 'Further documents requested', hint: { fr: 'Une pièce est redemandée', en: 'A document is asked for again' }, phase: 'after', since: '2026.1' },
	{ code: 'INSTRUCTION', fr: 'Instruction', en: 'Processing of the claim', phase: 'after', since: '2026.1' },
	{ code: 'NOTIFICATION', fr: 'Décision reçue', en: 'Decision received', hint: { fr: 'Notification de droit ou de refus', en: 'Notice of entitlement or refusal' }, phase: 'after', since: '2026.1' },
	{ code: 'VERSEMENT', fr: 'Versement', en: 'Payment', phase: 'after', since: '2026.1' },
	{ code: 'DECLARATION_PERIODIQUE', fr: 'Déclaration périodique', en: 'Periodic declaration', hint: { fr: 'Déclaration trimestrielle, actualisation mensuelle', en: 'Quarterly declaration, monthly update' }, phase: 'after', since: '2026.1' },
	{ code: 'CHANGEMENT_SITUATION', fr: 'Changement de situation', en: 'Change of circumstances', phase: 'after', since: '2026.1' },
	{ code: 'RENOUVELLEMENT', fr: 'Renouvellement', en: 'Renewal', phase: 'after', since: '2026.1' },
	{ code: 'RDV', fr: 'Rendez-vous', en: 'Appointment', phase: 'after', since: '2026.1' },
	{ code: 'CONTACT', fr: 'Contact avec l’organisme', en: 'Contact with the body', phase: 'after', since: '2026.1' },
	{ code: 'INDU', fr: 'Indu', en: 'Overpayment', hint: { fr: 'Somme réclamée par l’organisme', en: 'Amount claimed back by the body' }, phase: 'after', since: '2026.1' },
	{ code: 'RECOURS_AMIABLE', fr: 'Recours amiable', en: 'Internal appeal', hint: { fr: 'Commission de recours amiable, recours administratif préalable', en: 'Appeal board, mandatory administrative appeal' }, phase: 'after', since: '2026.1' },
	{ code: 'RECOURS_CONTENTIEUX', fr: 'Recours au tribunal', en: 'Court appeal', phase: 'after', since: '2026.1' },
	{ code: 'MEDIATION', fr: 'Médiation', en: 'Mediation', hint: { fr: 'Médiateur de l’organisme, Défenseur des droits', en: 'The body’s mediator, Defender of Rights' }, phase: 'after', since: '2026.1' },
] as const satisfies readonly StepEntry[];

/** StepCode is the code of a step. */
export type StepCode = (typeof steps)[number]['code'];
