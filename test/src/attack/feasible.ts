import highsLoader from 'highs';
import type { Column, Equations } from './equations.js';

// The package's types are those of its CommonJS file; its ES module exports the function itself.
const load = highsLoader as unknown as typeof highsLoader.default;

/** Bounds are the least and the most that each of some hidden cells can hold. */
export interface Bounds {
	readonly release: string;
	readonly cells: readonly number[];
	readonly low: number;
	readonly high: number;
}

/** boundsOf solves two linear programmes a hidden column, for at most so many of them, spread over all: an exact interval for each cell. */
export const boundsOf = async ({ columns, rows }: Equations, most: number): Promise<readonly Bounds[]> => {
	const highs = await load();
	const model = highs.createModel();
	try {
		model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
		for (const { low, high } of columns) model.addVar(low, high);
		for (const [sum, ...parts] of rows)
			if (sum !== undefined)
				model.addRow(0, 0, { indices: [sum, ...parts], values: [1, ...parts.map(() => -1)] });
		const extreme = (index: number, sense: 1 | -1): number => {
			model.changeColCost(index, sense);
			model.run();
			const value = model.getObjectiveValue() * sense;
			model.changeColCost(index, 0);
			return value;
		};
		const hidden = columns.flatMap((column, index) => (column.isHidden ? [{ column, index }] : []));
		const step = Math.max(1, hidden.length / most);
		const chosen = Array.from(
			{ length: Math.min(most, hidden.length) },
			(_, index) => hidden[Math.floor(index * step)],
		).filter((one) => one !== undefined);
		return chosen.map(({ column, index }) => interval(column, index, extreme));
	} finally {
		model.dispose();
	}
};

const interval = (
	{ release, cells }: Column,
	index: number,
	extreme: (index: number, sense: 1 | -1) => number,
): Bounds => ({
	release,
	cells,
	// Of several cells in the same place, each may be empty while another holds everything.
	low: cells.length > 1 ? 0 : extreme(index, 1),
	high: extreme(index, -1),
});
