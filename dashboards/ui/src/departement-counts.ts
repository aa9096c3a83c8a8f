import type { SeriesTable } from '@vigie/schemas/http';
import { departementTiles } from '@vigie/schemas/taxonomy/lists/department-tiles';
import { type Point, pointsOf, type Selection } from './series-points.js';

/** DepartementCount is what is published of a département over some releases. */
export interface DepartementCount {
	readonly code: string;
	/** Sum of its displayed cells; null when none is. */
	readonly value: number | null;
	readonly shown: number;
	readonly hidden: number;
}

const together = (code: string, points: readonly Point[]): DepartementCount => {
	const displayed = points.flatMap(({ value }) => (value === null ? [] : [value]));
	return {
		code,
		value: displayed.length === 0 ? null : displayed.reduce((sum, value) => sum + value, 0),
		shown: points.reduce((sum, point) => sum + point.shown, 0),
		hidden: points.reduce((sum, point) => sum + point.hidden, 0),
	};
};

/** departementCounts sums the displayed cells of each of the 101 départements over the releases of a series. */
export const departementCounts = (series: SeriesTable, selection: Selection): readonly DepartementCount[] =>
	departementTiles.map(({ code }) => together(code, pointsOf(series, { ...selection, departement: [code] })));

/** onlyReleases keeps some releases of a series. */
export const onlyReleases = (series: SeriesTable, kept: readonly string[]): SeriesTable => {
	const rows = series.releases.flatMap((release, row) => (kept.includes(release) ? [row] : []));
	return {
		...series,
		releases: rows.map((row) => series.releases[row] ?? ''),
		values: rows.map((row) => series.values[row] ?? []),
	};
};
