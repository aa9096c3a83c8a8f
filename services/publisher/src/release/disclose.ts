import { cellKey } from '../disclosure/cell-key.js';
import { type CellFacts, type Readers, readersOf } from '../disclosure/display.js';
import { checkMechanism, type Mechanism } from '../disclosure/mechanism.js';
import { type PTable, solvePTable } from '../disclosure/p-table.js';
import { perturb } from '../disclosure/perturb.js';

/** KeyedFacts are the facts of a cell with the sum of its events' record keys. */
export interface KeyedFacts extends CellFacts {
	readonly kappa: bigint;
}

/** Disclosed is the perturbed count of a cell and who may read it by the cell's own facts. */
export interface Disclosed {
	readonly y: number;
	readonly readers: Exclude<Readers, 'none'>;
}

/** Disclosure is the one gate that every published count passes. */
export interface Disclosure {
	readonly mechanism: Mechanism;
	/** of gives what may be read of a cell, the residual rule apart; null when nobody may. */
	of(facts: KeyedFacts): Disclosed | null;
}

/** createDisclosure makes the gate. Errors: MechanismRefused; RangeError when no table has this noise. */
export const createDisclosure = (asked: Mechanism, key: Buffer): Disclosure => {
	const mechanism = checkMechanism(asked);
	const table: PTable = solvePTable(mechanism);
	return {
		mechanism,
		of: (facts) => {
			// No perturbation lifts such a cell to k: its key need not be computed.
			if (facts.n + mechanism.D < mechanism.kSigned) return null;
			const y = perturb(table, facts.n, cellKey(key, facts.kappa));
			const readers = readersOf(mechanism, facts, y);
			return readers === 'none' ? null : { y, readers };
		},
	};
};
