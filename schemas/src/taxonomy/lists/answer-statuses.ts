import type { Entry } from '../entry.js';

/** answerStatuses holds where a body's answer stands, in the order of its life. */
// biome-ignore format: one entry a line, to be read as a table
export const answerStatuses = [
	{ code: 'NOUVEAU', fr: 'Nouveau', en: 'New', since: '2026.1' },
	{ code: 'TRANSMIS', fr: 'Transmis', en: 'Sent on', since: '2026.1' },
	{ code: 'VU', fr: 'Vu', en: 'Seen', since: '2026.1' },
	{ code: 'RECONNU', fr: 'Reconnu', en: 'Acknowledged', since: '2026.1' },
	{ code: 'NON_REPRODUIT', fr: 'Non reproduit', en: 'Not reproduced', since: '2026.1' },
	{ code: 'NON_CONCERNE', fr: 'Non concerné, réattribué', en: 'Not concerned, reassigned', since: '2026.1' },
	{ code: 'REJETE_MOTIVE', fr: 'Contesté, avec motif', en: 'Contested, with reasons', since: '2026.1' },
	{ code: 'EN_COURS', fr: 'Correction en cours', en: 'Being mended', since: '2026.1' },
	{ code: 'CONTOURNEMENT_PUBLIE', fr: 'Contournement publié', en: 'Workaround published', since: '2026.1' },
	{ code: 'CORRIGE', fr: 'Corrigé, dit l’organisme', en: 'Mended, says the body', since: '2026.1' },
	{ code: 'CONFIRME_TERRAIN', fr: 'Réparation confirmée par le terrain', en: 'Repair confirmed by the field', since: '2026.1' },
	{ code: 'ROUVERT', fr: 'Rouvert', en: 'Reopened', since: '2026.1' },
	{ code: 'SANS_REPONSE', fr: 'Sans réponse dans le délai', en: 'No answer in time', since: '2026.1' },
] as const satisfies readonly Entry[];
