/** Below this many events expected a week, a series says nothing of its own: its parent is tested, and its sums over 4 and 13 weeks. */
export const SPARSE_BELOW = 0.5;

/** Ancestor is a series, or one that it is part of, from the finest to the coarsest (kind, platform, région, nation). */
export interface Ancestor {
	readonly series: string;
	/** Events expected in the week. */
	readonly expected: number;
}

/** testedInstead gives the first of a series and its ancestors that is not too sparse to be tested by the week; the last one when all are. */
export const testedInstead = (line: readonly Ancestor[]): Ancestor | null =>
	line.find(({ expected }) => expected >= SPARSE_BELOW) ?? line.at(-1) ?? null;
