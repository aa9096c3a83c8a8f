import type { SeriesTable } from '@vigie/schemas/http';
import type { Dimension } from '@vigie/schemas/lattice';

/** Selection fixes dimensions of a node to one code, or to several whose displayed cells are summed. */
export type Selection = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** Point is one release of a series: the sum of its displayed cells, null when none is. */
export interface Point {
	readonly release: string;
	readonly value: number | null;
	/** Cells displayed and summed. */
	readonly shown: number;
	/** Cells not published. */
	readonly hidden: number;
}

// The contract's dimensions are texts; looking one up in a selection may find nothing, which is what this says.
const codesFor = (selection: Selection, dimension: string): readonly string[] | undefined =>
	(selection as Readonly<Record<string, readonly string[] | undefined>>)[dimension];

/** pointsOf reads the selected cells of a series, release by release. Sums are only of displayed cells. */
export const pointsOf = (series: SeriesTable, selection: Selection): readonly Point[] => {
	const isSelected = (coordinates: readonly string[]) =>
		series.dimensions.every((dimension, index) => {
			const codes = codesFor(selection, dimension);
			return codes === undefined || codes.includes(coordinates[index] ?? '');
		});
	const columns = series.coordinates.flatMap((coordinates, index) =>
		isSelected(coordinates) ? [index] : [],
	);
	return series.releases.map((release, row) => {
		const cells = columns.map((column) => series.values[row]?.[column] ?? null);
		const displayed = cells.filter((cell) => cell !== null);
		return {
			release,
			value: displayed.length === 0 ? null : displayed.reduce((sum, cell) => sum + cell, 0),
			shown: displayed.length,
			hidden: cells.length - displayed.length,
		};
	});
};
