import { cellKey } from '../disclosure/cell-key.js';
import { type CellFacts, isShown, type Rule } from '../disclosure/display.js';
import { type Noise, type PTable, solvePTable } from '../disclosure/p-table.js';
import { perturb } from '../disclosure/perturb.js';

/** KeyedFacts are the facts of a cell with the sum of its events' record keys. */
export interface KeyedFacts extends CellFacts {
	readonly kappa: bigint;
}

/** Disclosure gives what may be read of a cell: its perturbed count, or null when it is protected. */
export type Disclosure = (facts: KeyedFacts) => number | null;

/** createDisclosure makes the one gate that every published count passes. */
export const createDisclosure = (mechanism: Noise & Rule, key: Buffer): Disclosure => {
	const table: PTable = solvePTable(mechanism);
	return (facts) => {
		// No perturbation lifts such a cell to k: its key need not be computed.
		if (facts.n + mechanism.D < mechanism.k) return null;
		const y = perturb(table, facts.n, cellKey(key, facts.kappa));
		return isShown(mechanism, facts, y) ? y : null;
	};
};
