import type { Entry } from '../entry.js';
import type { NonTakeUpTypeCode } from './non-take-up-types.js';

/** NonTakeUpReasonEntry adds the type that the reason belongs to. */
export interface NonTakeUpReasonEntry extends Entry {
	readonly type: NonTakeUpTypeCode;
}

/** nonTakeUpReasons holds the reasons within each type of non-take-up. */
// biome-ignore format: one entry a line, to be read as a table
export const nonTakeUpReasons = [
	{ code: 'OFFRE_INCONNUE', fr: 'Ne savait pas que le droit existe', en: 'Did not know the right exists', type: 'NON_CONNAISSANCE', since: '2026.1' },
	{ code: 'ELIGIBILITE_IGNOREE', fr: 'Ne savait pas y avoir droit', en: 'Did not know about being eligible', type: 'NON_CONNAISSANCE', since: '2026.1' },
	{ code: 'GUICHET_INCONNU', fr: 'Ne savait pas à qui le demander', en: 'Did not know whom to ask', type: 'NON_CONNAISSANCE', since: '2026.1' },
	{ code: 'COMPLEXITE', fr: 'Démarche trop complexe', en: 'Procedure too complex', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'LASSITUDE', fr: 'Lassitude', en: 'Weariness', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'PEUR_CONTROLE_INDU', fr: 'Peur d’un contrôle ou d’un indu', en: 'Fear of a check or an overpayment', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'STIGMATISATION', fr: 'Peur du regard des autres', en: 'Fear of stigma', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'COUT_AVANTAGE', fr: 'Trop d’effort pour le montant', en: 'Too much effort for the amount', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'REFUS_PRINCIPE', fr: 'Refus de principe', en: 'Refusal on principle', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'NE_SE_SENT_PAS_CONCERNE', fr: 'Ne se sent pas concerné', en: 'Does not feel concerned', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'RECUPERATION_SUCCESSION', fr: 'Crainte de la récupération sur succession', en: 'Fear of recovery from the estate', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'EXPERIENCE_NEGATIVE', fr: 'Mauvaise expérience passée', en: 'Bad past experience', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'BARRIERE_NUMERIQUE', fr: 'Barrière numérique', en: 'Digital barrier', type: 'NON_DEMANDE', since: '2026.1' },
	{ code: 'ABANDON_EN_COURS', fr: 'Abandon en cours de démarche', en: 'Given up half-way', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'BLOCAGE_TECHNIQUE', fr: 'Blocage technique', en: 'Technical failure', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'DELAI', fr: 'Délai', en: 'Delay', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'PIECES', fr: 'Pièces manquantes ou redemandées', en: 'Documents missing or asked for again', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'REFUS_CONTESTABLE', fr: 'Refus contestable', en: 'Disputable refusal', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'SUSPENSION', fr: 'Suspension', en: 'Suspension', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'DOSSIER_PERDU', fr: 'Dossier perdu', en: 'File lost', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'PARTIELLE', fr: 'Droit servi en partie', en: 'Right paid in part', type: 'NON_RECEPTION', since: '2026.1' },
	{ code: 'NON_PROPOSE_ORGANISME', fr: 'Non proposé par l’organisme', en: 'Not proposed by the body', type: 'NON_PROPOSITION', since: '2026.1' },
	{ code: 'NON_PROPOSE_PRO', fr: 'Non proposé par un professionnel', en: 'Not proposed by a professional', type: 'NON_PROPOSITION', since: '2026.1' },
	{ code: 'DECOURAGEMENT', fr: 'Découragé de demander', en: 'Discouraged from asking', type: 'NON_PROPOSITION', since: '2026.1' },
	{ code: 'MAUVAISE_ORIENTATION', fr: 'Mal orienté', en: 'Misdirected', type: 'NON_ORIENTATION', since: '2026.1' },
	{ code: 'RENVOI_CIRCULAIRE', fr: 'Renvoyé en boucle', en: 'Sent round in circles', type: 'NON_ORIENTATION', since: '2026.1' },
	{ code: 'AUCUNE_OFFRE', fr: 'Aucune offre à proximité', en: 'Nothing on offer nearby', type: 'NON_ORIENTATION', since: '2026.1' },
] as const satisfies readonly NonTakeUpReasonEntry[];

/** NonTakeUpReasonCode is the code of a reason. */
export type NonTakeUpReasonCode = (typeof nonTakeUpReasons)[number]['code'];
