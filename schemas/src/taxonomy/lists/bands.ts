import type { Entry } from '../entry.js';

/** BandEntry adds the smallest number of structures in the band. */
export interface BandEntry extends Entry {
	readonly from: number;
}

/** bands holds the bands of structures shown live instead of a number, smallest first. */
// biome-ignore format: one entry a line, to be read as a table
export const bands = [
	{ code: 'DE_6_A_9', fr: '6 à 9 structures', en: '6 to 9 structures', from: 6, since: '2026.1' },
	{ code: 'DE_10_A_19', fr: '10 à 19 structures', en: '10 to 19 structures', from: 10, since: '2026.1' },
	{ code: 'DE_20_A_49', fr: '20 à 49 structures', en: '20 to 49 structures', from: 20, since: '2026.1' },
	{ code: 'PLUS_50', fr: '50 structures et plus', en: '50 structures or more', from: 50, since: '2026.1' },
] as const satisfies readonly BandEntry[];
