/** Cell is a text as read, with the number it sorts by: null for what is not published or not applicable. */
export interface Cell {
	readonly text: string;
	readonly sort: number | string | null;
}

/** TableData is the table that stands behind a figure: the same data, in the same order. */
export interface TableData {
	readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
	readonly rows: readonly (readonly Cell[])[];
}

/** Order is how a table is sorted: null is the figure's own order. */
export type Order = { readonly column: number; readonly descending: boolean } | null;

/** nextOrder cycles a column: first the most (or A), then the least (or Z), then the figure's own order. */
export const nextOrder = (order: Order, column: number, numeric: boolean): Order => {
	if (order?.column !== column) return { column, descending: numeric };
	return order.descending === numeric ? { column, descending: !numeric } : null;
};

const compare = (left: Cell['sort'], right: Cell['sort']): number => {
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	return String(left).localeCompare(String(right), 'fr');
};

/** sortRows sorts a copy; what has no number stays last in both directions, so that order tells nothing of it. */
export const sortRows = (rows: TableData['rows'], order: Order): TableData['rows'] => {
	if (!order) return rows;
	const sign = order.descending ? -1 : 1;
	return rows.toSorted((a, b) => {
		const left = a[order.column]?.sort ?? null;
		const right = b[order.column]?.sort ?? null;
		if (left === null || right === null) return Number(left === null) - Number(right === null);
		return sign * compare(left, right);
	});
};
