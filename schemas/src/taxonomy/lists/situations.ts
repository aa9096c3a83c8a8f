import type { Entry, Wording } from '../entry.js';
import type { NonTakeUpReasonCode } from './non-take-up-reasons.js';
import type { NonTakeUpTypeCode } from './non-take-up-types.js';

/** SituationEntry adds the inferred type, the likeliest reason within it and the explanation of the inference. */
export interface SituationEntry extends Entry {
	readonly infers: NonTakeUpTypeCode;
	readonly reason: NonTakeUpReasonCode;
	readonly because: Wording;
}

/** situations holds the sentences a worker picks for a non-take-up signal, with the type each infers and why, said on screen. */
// biome-ignore format: one entry a line, to be read as a table
export const situations = [
	{ code: 'IGNORAIT_LE_DROIT', fr: 'Ne savait pas que ce droit existe', en: 'Did not know that this right exists', infers: 'NON_CONNAISSANCE', reason: 'OFFRE_INCONNUE', because: { fr: 'L’offre n’était pas connue', en: 'The offer was not known' }, since: '2026.1' },
	{ code: 'IGNORE_A_QUI_DEMANDER', fr: 'Le connaît, ne sait pas à qui le demander', en: 'Knows of it, does not know whom to ask', infers: 'NON_CONNAISSANCE', reason: 'GUICHET_INCONNU', because: { fr: 'Le droit est connu, le bon guichet ne l’est pas', en: 'The right is known, the place to ask is not' }, since: '2026.1' },
	{ code: 'RENONCE_DEVANT_DEMARCHE', fr: 'A renoncé devant la démarche', en: 'Gave up before the procedure', infers: 'NON_DEMANDE', reason: 'COMPLEXITE', because: { fr: 'Le droit est connu, la demande n’a pas été faite', en: 'The right is known, no claim was made' }, since: '2026.1' },
	{ code: 'CRAINT_CONTROLE_INDU', fr: 'Craint un contrôle ou un indu', en: 'Fears a check or an overpayment', infers: 'NON_DEMANDE', reason: 'PEUR_CONTROLE_INDU', because: { fr: 'Le droit est connu, la demande n’a pas été faite', en: 'The right is known, no claim was made' }, since: '2026.1' },
	{ code: 'NE_VEUT_PAS_DEMANDER', fr: 'Ne veut pas demander', en: 'Does not want to ask', infers: 'NON_DEMANDE', reason: 'REFUS_PRINCIPE', because: { fr: 'Le droit est connu, la demande n’a pas été faite', en: 'The right is known, no claim was made' }, since: '2026.1' },
	{ code: 'DEMANDE_SANS_REPONSE', fr: 'A demandé, n’a pas de réponse', en: 'Asked, has no answer', infers: 'NON_RECEPTION', reason: 'DELAI', because: { fr: 'La demande est faite ou le droit existait, il n’est pas versé', en: 'A claim was made or the right existed, it is not paid' }, since: '2026.1' },
	{ code: 'DEMANDE_BLOQUEE_EN_LIGNE', fr: 'A demandé, dossier bloqué en ligne', en: 'Asked, file stuck online', infers: 'NON_RECEPTION', reason: 'BLOCAGE_TECHNIQUE', because: { fr: 'La demande est faite ou le droit existait, il n’est pas versé', en: 'A claim was made or the right existed, it is not paid' }, since: '2026.1' },
	{ code: 'COUPE_AU_RENOUVELLEMENT', fr: 'Droit coupé au renouvellement', en: 'Right cut off at renewal', infers: 'NON_RECEPTION', reason: 'SUSPENSION', because: { fr: 'La demande est faite ou le droit existait, il n’est pas versé', en: 'A claim was made or the right existed, it is not paid' }, since: '2026.1' },
	{ code: 'NON_PROPOSE_PAR_ORGANISME', fr: 'Un organisme ne le lui a pas proposé', en: 'A body did not propose it', infers: 'NON_PROPOSITION', reason: 'NON_PROPOSE_ORGANISME', because: { fr: 'Un organisme a vu la personne sans lui parler du droit', en: 'A body saw the person without mentioning the right' }, since: '2026.1' },
	{ code: 'ENVOYE_AILLEURS_SANS_SOLUTION', fr: 'A été envoyé ailleurs sans solution', en: 'Was sent elsewhere without a solution', infers: 'NON_ORIENTATION', reason: 'MAUVAISE_ORIENTATION', because: { fr: 'L’orientation n’a pas mené à un service compétent', en: 'The referral did not lead to a competent service' }, since: '2026.1' },
] as const satisfies readonly SituationEntry[];
