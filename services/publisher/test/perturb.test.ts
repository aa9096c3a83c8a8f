import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { type Chance, solvePTable } from '@vigie/publisher/disclosure/p-table';
import { perturb } from '@vigie/publisher/disclosure/perturb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const table = solvePTable(mechanism);
const ULP = 2 ** -53;
const LAST = 1 - ULP;

/** extremes lists the keys at which a row changes: 0, each bound and its neighbours, the last key. */
const extremes = (row: readonly Chance[]): number[] =>
	[0, LAST, ...row.flatMap(({ upTo }) => [upTo - ULP, upTo, upTo + ULP])].filter((u) => u >= 0 && u < 1);

const expectAllowed = (n: number, u: number): void => {
	const y = perturb(table, n, u);
	expect(Math.abs(y - n)).toBeLessThanOrEqual(mechanism.D);
	expect(y === 0 || y > mechanism.js).toBe(true);
	if (n === 0) expect(y).toBe(0);
};

describe('perturbing a count', () => {
	it('never moves it by more than D, never below zero, never onto 1..js, at every bound of every row', () => {
		for (const n of Array.from({ length: 40 }, (_, index) => index))
			for (const u of extremes(table[Math.min(n, table.length - 1)] ?? [])) expectAllowed(n, u);
	});

	it('never does for any count and any key', () => {
		const key = fc.maxSafeNat().map((x) => x / 2 ** 53);
		fc.assert(fc.property(fc.nat(1_000_000), key, expectAllowed), { numRuns: 20_000 });
	});

	it('takes the first perturbation whose bound is not below the key', () => {
		const row = table[4] ?? [];
		for (const [index, { v, upTo }] of row.entries()) {
			const next = row[index + 1];
			expect(perturb(table, 4, Math.min(upTo, LAST))).toBe(4 + v);
			if (next) expect(perturb(table, 4, upTo + ULP)).toBe(4 + next.v);
		}
	});
});
