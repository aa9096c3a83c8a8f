import type { SeriesTable } from '@vigie/schemas/http';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';

/** ThisWeek is what the home page says of the last published week. */
export interface ThisWeek {
	/** Published totals, oldest first; null when not published. */
	readonly totals: readonly (number | null)[];
	readonly last: number | null;
	/** The most reported platforms of the last week, most first. */
	readonly platforms: readonly string[];
	/** Their part of the total; null when it cannot be told from what is published. */
	readonly share: number | null;
}

const MOST_PLATFORMS = 3;

/** thisWeekOf reads the weekly totals and the last week's platforms; a platform left out by the reporter is not one. */
export const thisWeekOf = (total: SeriesTable, platforms: SeriesTable): ThisWeek => {
	const totals = total.values.map((row) => row[0] ?? null);
	const last = totals.at(-1) ?? null;
	const row = platforms.values.at(-1) ?? [];
	const top = platforms.coordinates
		.map(([code], index) => ({ code: code ?? NON_PRECISE, y: row[index] ?? null }))
		.flatMap(({ code, y }) => (y === null || code === NON_PRECISE ? [] : [{ code, y }]))
		.toSorted((a, b) => b.y - a.y)
		.slice(0, MOST_PLATFORMS);
	const sum = top.reduce((together, { y }) => together + y, 0);
	return {
		totals,
		last,
		platforms: top.map(({ code }) => code),
		share: last === null || last === 0 || top.length === 0 ? null : sum / last,
	};
};
