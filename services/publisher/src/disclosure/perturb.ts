import type { PTable } from './p-table.js';

/**
 * perturb gives the published value y of a cell of n events whose key, in [0, 1), is u: the first perturbation, in
 * ascending order, whose bound is not below u. The same cell has the same key, hence the same y, on every path.
 */
export const perturb = (table: PTable, n: number, u: number): number => {
	if (n === 0) return 0;
	const row = table[Math.min(n, table.length - 1)] ?? [];
	const chance = row.find(({ upTo }) => u <= upTo);
	if (!chance) throw new RangeError('a cell key must be in [0, 1)');
	return n + chance.v;
};
