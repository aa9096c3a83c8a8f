/** Share is one part of a whole made of displayed cells. */
export interface Share {
	readonly code: string;
	readonly count: number;
	readonly share: number;
}

/** sharesOf gives each displayed cell its part of their sum, largest first; what is not published is in neither. */
export const sharesOf = (
	cells: readonly { readonly code: string; readonly y: number | null }[],
): readonly Share[] => {
	const shown = cells.flatMap(({ code, y }) => (y === null ? [] : [{ code, count: y }]));
	const total = shown.reduce((sum, { count }) => sum + count, 0);
	return shown.map((cell) => ({ ...cell, share: cell.count / total })).toSorted((a, b) => b.count - a.count);
};
