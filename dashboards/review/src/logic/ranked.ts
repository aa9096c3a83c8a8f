import type { SeriesTable } from '@vigie/schemas/http';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';

/** Ranked is one bar of a list of shares, largest first. */
export interface Ranked {
	readonly code: string;
	/** Part of the platform's own number, in [0, 1]. */
	readonly share: number;
}

const SHOWN = 5;

/**
 * rankedShares reads one week of a platform's table by another dimension: the largest published shares of the platform's number, and the one
 * that the report is about, wherever it ranks. What nobody said is no share of anything.
 */
export const rankedShares = (
	series: SeriesTable,
	dimension: string,
	total: number | null,
	own: string | null,
): readonly Ranked[] => {
	const at = series.dimensions.indexOf(dimension);
	const row = series.values.at(-1) ?? [];
	if (total === null || total <= 0 || at === -1) return [];
	const all = series.coordinates
		.map((coordinates, index) => ({ code: coordinates[at] ?? NON_PRECISE, y: row[index] ?? null }))
		.flatMap(({ code, y }) =>
			y === null || code === NON_PRECISE ? [] : [{ code, share: Math.min(1, y / total) }],
		)
		.toSorted((a, b) => b.share - a.share);
	return all.filter(({ code }, rank) => rank < SHOWN || code === own);
};
