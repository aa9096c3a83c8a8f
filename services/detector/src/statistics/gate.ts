/** Witnesses counts who is behind a signal, over its window; a body's own agents are not counted on its own platforms. */
export interface Witnesses {
	readonly reporters: number;
	readonly structures: number;
	readonly organisations: number;
	readonly departements: number;
}

/** Scope is the territory a signal is about. */
export type Scope = 'national' | 'region' | 'departement';

const LEAST = { reporters: 3, structures: 3, organisations: 2 } as const;

// One département is not the country, nor a région: its own series says what happens there.
const LEAST_DEPARTEMENTS = { national: 2, region: 2, departement: 1 } as const satisfies Record<
	Scope,
	number
>;

/**
 * passesGate tells whether enough of different people say so: 3 reporters in 3 structures of 2 organisations, and 2 départements for anything
 * larger. A flood from one device, one structure or one département never passes. `times` asks for a multiple of it.
 */
export const passesGate = (witnesses: Witnesses, scope: Scope, times = 1): boolean =>
	witnesses.reporters >= times * LEAST.reporters &&
	witnesses.structures >= times * LEAST.structures &&
	witnesses.organisations >= times * LEAST.organisations &&
	witnesses.departements >= LEAST_DEPARTEMENTS[scope];
