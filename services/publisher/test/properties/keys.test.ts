import { createHash } from 'node:crypto';
import { recordKey } from '@vigie/kit/record-key';
import { cellKey } from '@vigie/publisher/disclosure/cell-key';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { solvePTable } from '@vigie/publisher/disclosure/p-table';
import { perturb } from '@vigie/publisher/disclosure/perturb';
import fc from 'fast-check';
import { expect, it } from 'vitest';

// P1 and P5: the key of a cell does not depend on the path by which its events were added up, and says nothing of them.
const WRAP = 2n ** 64n;
const CELL_KEY = Buffer.alloc(32, 9);
const table = solvePTable(mechanism);
const add = (left: bigint, right: bigint): bigint => (left + right) % WRAP;
const bigKey = fc.bigInt({ min: 0n, max: WRAP - 1n });

/** alongPaths adds keys up in groups, of random sizes and order, and the groups in another order. */
const alongPath = (keys: readonly bigint[], cuts: readonly number[], combine = add): bigint => {
	const groups = new Map<number, bigint>();
	keys.forEach((key, index) => {
		const group = cuts[index % cuts.length] ?? 0;
		groups.set(group, combine(groups.get(group) ?? 0n, key));
	});
	return [...groups.values()].reverse().reduce(combine, 0n);
};

const expectP1 = (combine: typeof add): void =>
	fc.assert(
		fc.property(
			fc.array(bigKey, { minLength: 1, maxLength: 40 }),
			fc.array(fc.nat(5), { minLength: 1, maxLength: 9 }),
			fc.integer(),
			(keys, cuts, seed) => {
				const shuffled = keys
					.map((key, index) => [createHash('sha256').update(`${seed} ${index}`).digest('hex'), key] as const)
					.sort(([left], [right]) => (left < right ? -1 : 1))
					.map(([, key]) => key);
				const [one, other] = [keys.reduce(add, 0n), alongPath(shuffled, cuts, combine)];
				expect(other).toBe(one);
				expect(perturb(table, keys.length, cellKey(CELL_KEY, other))).toBe(
					perturb(table, keys.length, cellKey(CELL_KEY, one)),
				);
			},
		),
		{ numRuns: 500, seed: 11 },
	);

it('P1: a cell has the same key and the same value along any path', () => expectP1(add));

it('P1 is seen to fail when keys are combined otherwise than by a sum that wraps', () => {
	expect(() => expectP1((left, right) => left ^ right)).toThrow();
	expect(() => expectP1((left, right) => (left + right > WRAP ? WRAP - 1n : left + right))).toThrow();
});

/** chiSquare compares 100 equal classes with what fell into them. */
const chiSquare = (draws: number, draw: (index: number) => number): number => {
	const classes = new Array<number>(100).fill(0);
	for (let index = 0; index < draws; index += 1) {
		const at = Math.floor(draw(index) * 100);
		classes[at] = (classes[at] ?? 0) + 1;
	}
	const expected = draws / 100;
	return classes.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};
// The 0.999 quantile with 99 degrees of freedom.
const LIMIT = 148.2;
const uuid = (seed: number, index: number): string =>
	`${index.toString(16).padStart(8, '0')}-0000-4000-8000-${seed.toString(16).padStart(12, '0')}`;

it.each([1, 2, 3])(
	'P5: the keys of events and of cells are uniform (seed %i)',
	(seed) => {
		const key = createHash('sha256').update(`record ${seed}`).digest();

		expect(
			chiSquare(333_334, (index) => Number(BigInt(recordKey(key, uuid(seed, index))) >> 11n) / 2 ** 53),
		).toBeLessThan(LIMIT);
		expect(chiSquare(100_000, (index) => cellKey(key, BigInt(index)))).toBeLessThan(LIMIT);
	},
	120_000,
);

it('P5 is seen to fail on keys that lean to one side by a twentieth', () => {
	const key = createHash('sha256').update('record 1').digest();

	expect(chiSquare(333_334, (index) => (cellKey(key, BigInt(index)) + 1e-12) ** 1.05)).toBeGreaterThan(LIMIT);
}, 60_000);

const correlation = (pairs: readonly (readonly [number, number])[]): number => {
	const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
	const [left, right] = [mean(0), mean(1)];
	const sumOf = (term: (l: number, r: number) => number): number =>
		pairs.reduce((sum, [l, r]) => sum + term(l - left, r - right), 0);
	return sumOf((l, r) => l * r) / Math.sqrt(sumOf((l) => l * l) * sumOf((_, r) => r * r));
};

/** Parents of two children, whose keys add up. */
const families = (u: (kappa: bigint) => number) =>
	Array.from({ length: 100_000 }, (_, index) => {
		const [first, second] = [
			BigInt.asUintN(64, BigInt(index) * 0x9e3779b97f4a7c15n),
			BigInt.asUintN(64, BigInt(index + 7) * 0xd1b54a32d192ed03n),
		];
		return [u(add(first, second)), (u(first) + u(second)) % 1] as const;
	});

it('P5: the key of a parent says nothing of those of its children; without the keyed hash it would say all', () => {
	expect(Math.abs(correlation(families((kappa) => cellKey(CELL_KEY, kappa))))).toBeLessThan(0.0103);
	expect(correlation(families((kappa) => Number(kappa) / 2 ** 64))).toBeGreaterThan(0.9);
}, 60_000);
