import type { Entry } from '../entry.js';

/** referralOutcomes holds what became of a referral. */
// biome-ignore format: one entry a line, to be read as a table
export const referralOutcomes = [
	{ code: 'TRAITE', fr: 'Traité', en: 'Dealt with', since: '2026.1' },
	{ code: 'PARTIEL', fr: 'Traité en partie', en: 'Partly dealt with', since: '2026.1' },
	{ code: 'RENVOYE_EXPEDITEUR', fr: 'Renvoyé à celui qui orientait', en: 'Sent back to the referrer', since: '2026.1' },
	{ code: 'RENVOYE_AILLEURS', fr: 'Renvoyé ailleurs', en: 'Sent elsewhere', since: '2026.1' },
	{ code: 'REFUSE_HORS_MISSION', fr: 'Refusé : hors mission', en: 'Refused: outside the remit', since: '2026.1' },
	{ code: 'COMPLET', fr: 'Complet, pas de place', en: 'Full, no place', since: '2026.1' },
	{ code: 'NON_PRESENTE', fr: 'Ne s’est pas présenté', en: 'Did not attend', since: '2026.1' },
	{ code: 'NON_JOIGNABLE', fr: 'N’a pas pu être joint', en: 'Could not be reached', since: '2026.1' },
	{ code: 'INADAPTE', fr: 'Service inadapté', en: 'Unsuitable service', since: '2026.1' },
	{ code: 'AUCUNE_OFFRE_LOCALE', fr: 'Aucune offre locale', en: 'No local offer', since: '2026.1' },
	{ code: 'SANS_NOUVELLE', fr: 'Sans nouvelle', en: 'No news', since: '2026.1' },
] as const satisfies readonly Entry[];
