import type { Dimension } from '../lattice.js';
import { benefitsServed } from './benefits-served.js';
import { impossiblePairs } from './impossible-pairs.js';
import { NON_PRECISE } from './version.js';

/** AUTRE is outside every list of pairs, as is a dimension left out. */
const fitsAll: readonly string[] = [NON_PRECISE, 'AUTRE'];
const served: ReadonlyMap<string, 'ALL' | readonly string[]> = new Map(Object.entries(benefitsServed));

/** forbidden maps "dimension:code" to what it cannot meet, both ways. */
const forbidden = new Map<string, Set<string>>();

type Codes = (typeof impossiblePairs)[number][number];

function keysOf(codes: Codes): string[] {
	const lists: [string, readonly string[]][] = Object.entries(codes);
	return lists.flatMap(([dimension, list]) => list.map((code) => `${dimension}:${code}`));
}

function forbid(from: readonly string[], to: readonly string[]): void {
	for (const key of from) {
		const known = forbidden.get(key) ?? new Set();
		for (const other of to) known.add(other);
		forbidden.set(key, known);
	}
}

for (const [left, right] of impossiblePairs) {
	forbid(keysOf(left), keysOf(right));
	forbid(keysOf(right), keysOf(left));
}

function serves(platform: string, benefit: string): boolean {
	const rights = served.get(platform);
	return rights === undefined || rights === 'ALL' || rights.includes(benefit);
}

/**
 * isPossible tells whether two codes of two dimensions can meet in one event, in either order. The dimensions with rules
 * are `platform`, `benefit`, `step` and `failureKind`; any other pair is possible, as are AUTRE and NON_PRECISE with everything.
 * Codes are not validated here: an unknown one is possible.
 */
export function isPossible(dimA: Dimension, codeA: string, dimB: Dimension, codeB: string): boolean {
	if (fitsAll.includes(codeA) || fitsAll.includes(codeB)) return true;
	if (dimA === 'platform' && dimB === 'benefit') return serves(codeA, codeB);
	if (dimA === 'benefit' && dimB === 'platform') return serves(codeB, codeA);
	return forbidden.get(`${dimA}:${codeA}`)?.has(`${dimB}:${codeB}`) !== true;
}
