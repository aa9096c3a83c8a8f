import type { Entry } from '../entry.js';

/** durations holds how long the right has gone unclaimed or unpaid, shortest first. */
// biome-ignore format: one entry a line, to be read as a table
export const durations = [
	{ code: 'MOINS_1_MOIS', fr: 'Moins d’un mois', en: 'Under a month', since: '2026.1' },
	{ code: 'DE_1_A_3_MOIS', fr: '1 à 3 mois', en: '1 to 3 months', since: '2026.1' },
	{ code: 'DE_3_A_12_MOIS', fr: '3 à 12 mois', en: '3 to 12 months', since: '2026.1' },
	{ code: 'PLUS_12_MOIS', fr: 'Plus d’un an', en: 'Over a year', since: '2026.1' },
] as const satisfies readonly Entry[];
