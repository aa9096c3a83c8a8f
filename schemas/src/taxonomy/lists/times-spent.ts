import type { Entry } from '../entry.js';

/** timesSpent holds the professional's time on it: the load shifted onto social services, in buckets, shortest first. */
// biome-ignore format: one entry a line, to be read as a table
export const timesSpent = [
	{ code: 'MOINS_5', fr: 'Moins de 5 minutes', en: 'Under 5 minutes', since: '2026.1' },
	{ code: 'DE_5_A_15', fr: '5 à 15 minutes', en: '5 to 15 minutes', since: '2026.1' },
	{ code: 'DE_15_A_30', fr: '15 à 30 minutes', en: '15 to 30 minutes', since: '2026.1' },
	{ code: 'DE_30_A_60', fr: '30 minutes à 1 heure', en: '30 minutes to 1 hour', since: '2026.1' },
	{ code: 'PLUS_60', fr: 'Plus d’une heure', en: 'Over an hour', since: '2026.1' },
] as const satisfies readonly Entry[];
