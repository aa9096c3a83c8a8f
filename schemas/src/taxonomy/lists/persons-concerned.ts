import type { Entry } from '../entry.js';

/** personsConcerned holds how many persons met the failure today, in buckets, smallest first. */
// biome-ignore format: one entry a line, to be read as a table
export const personsConcerned = [
	{ code: 'UNE', fr: '1 personne', en: '1 person', since: '2026.1' },
	{ code: 'DEUX_A_QUATRE', fr: '2 à 4', en: '2 to 4', since: '2026.1' },
	{ code: 'CINQ_A_NEUF', fr: '5 à 9', en: '5 to 9', since: '2026.1' },
	{ code: 'DIX_ET_PLUS', fr: '10 et plus', en: '10 or more', since: '2026.1' },
] as const satisfies readonly Entry[];
