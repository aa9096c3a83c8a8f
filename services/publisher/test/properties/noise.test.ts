import { createHash } from 'node:crypto';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { type PTable, solvePTable } from '@vigie/publisher/disclosure/p-table';
import { perturb } from '@vigie/publisher/disclosure/perturb';
import fc from 'fast-check';
import { expect, it } from 'vitest';

// P2, P3 and P4, on our table and on every table that the solver accepts; each is also seen to fail on a table spoilt on purpose.
const ULP = 2 ** -53;
const ours = solvePTable(mechanism);

const keysOf = (table: PTable): readonly number[] =>
	[0, 1 - 2 ** -53, ...table.flat().flatMap(({ upTo }) => [upTo - ULP, upTo, upTo + ULP])].filter(
		(u) => u >= 0 && u < 1,
	);

const expectP2 = (table: PTable, js: number): void => {
	for (const u of keysOf(table))
		for (let n = 0; n < table.length + 20; n += 1) {
			const y = perturb(table, n, u);
			expect(y === 0 || y > js).toBe(true);
			if (n === 0) expect(y).toBe(0);
		}
};

const expectP3 = (table: PTable, D: number): void => {
	for (const u of keysOf(table))
		for (let n = 0; n < table.length + 20; n += 1)
			expect(Math.abs(perturb(table, n, u) - n)).toBeLessThanOrEqual(D);
};

const expectP4 = (table: PTable, V: number): void => {
	for (const row of table.slice(1)) {
		const sum = (term: (v: number) => number): number =>
			row.reduce((total, { v, p }) => total + term(v) * p, 0);
		expect(Math.abs(sum(() => 1) - 1)).toBeLessThan(1e-12);
		expect(Math.abs(sum((v) => v))).toBeLessThan(1e-9);
		expect(Math.abs(sum((v) => v * v) - V)).toBeLessThan(1e-6);
	}
};

/** Row 4 of the table with each perturbation changed. */
const spoilt = (change: (v: number) => number): PTable =>
	ours.map((row, count) => (count === 4 ? row.map((chance) => ({ ...chance, v: change(chance.v) })) : row));

it('P2: zero stays zero, nothing is negative, nothing falls on 1..js', () => expectP2(ours, mechanism.js));
it('P3: no count moves by more than D', () => expectP3(ours, mechanism.D));
it('P4: every row is unbiased and of variance V', () => expectP4(ours, mechanism.V));

it('P2, P3 and P4 hold for every noise that the solver accepts', () => {
	const noises = fc.record({
		D: fc.integer({ min: 3, max: 9 }),
		js: fc.integer({ min: 0, max: 2 }),
		V: fc.integer({ min: 1, max: 9 }),
	});
	let solved = 0;
	fc.assert(
		fc.property(noises, ({ D, js, V }) => {
			let table: PTable;
			try {
				table = solvePTable({ D, js, V });
			} catch (error) {
				expect(error).toBeInstanceOf(RangeError);
				return;
			}
			solved += 1;
			expectP2(table, js);
			expectP3(table, D);
			expectP4(table, V);
		}),
		{ numRuns: 25, seed: 7 },
	);
	expect(solved).toBeGreaterThan(8);
});

it('each is seen to fail on a spoilt table', () => {
	expect(() =>
		expectP2(
			spoilt((v) => (v === -1 ? -3 : v)),
			mechanism.js,
		),
	).toThrow();
	expect(() =>
		expectP3(
			spoilt((v) => (v === mechanism.D ? v + 1 : v)),
			mechanism.D,
		),
	).toThrow();
	expect(() =>
		expectP4(
			spoilt((v) => (v === 3 ? 2 : v)),
			mechanism.V,
		),
	).toThrow();
});

it('the table is the same bytes on every machine', () => {
	const bounds = ours.map((row) => row.map(({ v, upTo }) => `${v} ${upTo * 2 ** 40}`));

	// As first released: another bound would give released cells another value.
	expect(createHash('sha256').update(JSON.stringify(bounds)).digest('hex')).toBe(
		'8ad38485dae2a72743315cbd7168a33d9db60a50e1b84b1cd3c6b1301085ea96',
	);
});
