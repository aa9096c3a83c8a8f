import { cellKey } from '@vigie/publisher/disclosure/cell-key';
import type { Chance, PTable } from '@vigie/publisher/disclosure/p-table';
import { perturb } from '@vigie/publisher/disclosure/perturb';
import { referenceKey } from '@vigie/publisher/disclosure/reference-key';
import fc from 'fast-check';
import { expect, it } from 'vitest';

// P6: the worked example of the SDC Handbook, section 5.4, and what its cell key is for any records.
const rowOf = (n: number, targets: readonly (readonly [number, number])[]): Chance[] => {
	let upTo = 0;
	return targets.map(([target, p]) => {
		upTo = Math.round((upTo + p) * 10) / 10;
		return { v: target - n, p, upTo };
	});
};
const handbook: PTable = [
	rowOf(0, [[0, 1]]),
	rowOf(1, [
		[0, 0.5],
		[2, 0.5],
	]),
	rowOf(2, [
		[2, 0.8],
		[3, 0.2],
	]),
	rowOf(3, [
		[2, 0.3],
		[3, 0.4],
		[4, 0.3],
	]),
];
type KeyOf = typeof referenceKey;

const expectWorked = (keyOf: KeyOf, table = handbook): void => {
	const key = keyOf([0.9, 0.3, 0.6]);
	expect(key).toBeCloseTo(0.8, 12);
	expect(perturb(table, 3, key)).toBe(4);
};

/** expectP6 takes keys of four decimals, whose sum is exact in whole numbers: the key of a cell is what is left of it below 1, in any order. */
const expectP6 = (keyOf: KeyOf): void => {
	expectWorked(keyOf);
	fc.assert(
		fc.property(fc.array(fc.nat(9_999), { minLength: 1, maxLength: 60 }), (records) => {
			const keys = records.map((record) => record / 10_000);
			const exact = records.reduce((sum, record) => sum + record, 0) % 10_000;
			for (const order of [keys, keys.toReversed()]) {
				const key = keyOf(order);
				expect(key).toBeGreaterThanOrEqual(0);
				expect(key).toBeLessThan(1);
				// A sum of doubles may fall just under the whole number that it stands for.
				expect((Math.round(key * 1e9) / 1e5) % 10_000).toBeCloseTo(exact, 3);
			}
		}),
		{ numRuns: 300, seed: 13 },
	);
};

it('P6: in reference mode the worked example comes out, and any cell key is the sum of its records’ keys modulo 1', () =>
	expectP6(referenceKey));

it.each<readonly [string, KeyOf]>([
	['is not taken modulo 1', (keys) => keys.reduce((sum, key) => sum + key, 0)],
	['goes through the keyed hash of releases', (keys) => cellKey(Buffer.alloc(32), BigInt(keys.length))],
	['leaves the first record out', (keys) => referenceKey(keys.slice(1))],
	['is that of the mean', (keys) => referenceKey(keys) / keys.length],
])('P6 is seen to fail when the key of a cell %s', (_how, keyOf) => {
	expect(() => expectP6(keyOf)).toThrow();
});

it('P6 is seen to fail when a count is read in the row before its own', () => {
	expect(() => expectWorked(referenceKey, handbook.slice(0, 3))).toThrow();
});
