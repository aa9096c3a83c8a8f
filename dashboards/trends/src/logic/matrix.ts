import type { ReleaseTable } from '@vigie/schemas/http';

/** MatrixCell is one crossing of a two-dimensional table. */
export interface MatrixCell {
	readonly y: number | null;
	readonly flag: 'shown' | 'protected' | 'impossible';
}

/** Matrix looks crossings up; a pair that the table does not hold reads as protected. */
export interface Matrix {
	readonly at: (row: string, column: string) => MatrixCell;
	/** Sums of displayed cells, for the order of rows and columns only. */
	readonly rowWeight: (row: string) => number;
	readonly columnWeight: (column: string) => number;
}

const ABSENT: MatrixCell = { y: null, flag: 'protected' };

/** matrixOf arranges a table whose rows are its `rowDimension` and whose columns are its other dimension. */
export const matrixOf = ({ dimensions, rows }: ReleaseTable, rowDimension: string): Matrix => {
	const rowAt = dimensions.indexOf(rowDimension);
	const columnAt = 1 - rowAt;
	const cells = new Map<string, MatrixCell>();
	const rowWeights = new Map<string, number>();
	const columnWeights = new Map<string, number>();
	for (const { coordinates, y, flag } of rows) {
		const row = coordinates[rowAt] ?? '';
		const column = coordinates[columnAt] ?? '';
		cells.set(`${row} ${column}`, { y, flag });
		rowWeights.set(row, (rowWeights.get(row) ?? 0) + (y ?? 0));
		columnWeights.set(column, (columnWeights.get(column) ?? 0) + (y ?? 0));
	}
	return {
		at: (row, column) => cells.get(`${row} ${column}`) ?? ABSENT,
		rowWeight: (row) => rowWeights.get(row) ?? 0,
		columnWeight: (column) => columnWeights.get(column) ?? 0,
	};
};

/** heaviest keeps the most reported codes, most first, without those of which nothing is displayed. */
export const heaviest = (
	codes: readonly string[],
	weight: (code: string) => number,
	most: number,
): readonly string[] =>
	codes
		.filter((code) => weight(code) > 0)
		.toSorted((a, b) => weight(b) - weight(a))
		.slice(0, most);
