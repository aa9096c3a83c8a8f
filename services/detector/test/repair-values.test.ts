import { readFileSync } from 'node:fs';
import { createRandom, negativeBinomial } from '@vigie/demonstration/random';
import { judgeRepair, type Observed, type RepairVerdict } from '@vigie/detector/statistics/repair';
import { expect, it } from 'vitest';

const numbers = (text: string | undefined): number[] =>
	(text ?? '')
		.split(' ')
		.filter((each) => each !== '')
		.map(Number);

// Written by fixtures/repairs.py in 60-digit arithmetic, each likelihood a ratio of products of probabilities.
const rows = readFileSync(new URL('./fixtures/repairs.csv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => {
		const [mu, phi, squaredError, incident, after, recovered, regressed] = line.split(',');
		const weeks = (text: string | undefined): Observed[] =>
			numbers(text).map((y) => ({
				y,
				mu: Number(mu),
				phi: Number(phi),
				squaredError: Number(squaredError),
			}));
		return {
			line,
			repair: { incident: weeks(incident), after: weeks(after), reporters: 0 },
			recovered: Number(recovered),
			regressed: Number(regressed),
		};
	});

it.each(rows)(
	'the e-values of $line are those of 60-digit arithmetic, to 1e-9',
	({ repair, recovered, regressed }) => {
		const found = judgeRepair(repair);

		expect(Math.abs(found.recovered / recovered - 1)).toBeLessThan(1e-9);
		// Evidence that is counted anew after a recovery has a test of its own.
		if (found.verdict !== 'recovered') expect(Math.abs(found.regressed / regressed - 1)).toBeLessThan(1e-9);
	},
);

const SERIES = 2_000;
const [MU, PHI] = [8, 1.6];

interface Outcome {
	readonly ever: ReadonlySet<RepairVerdict['verdict']>;
	/** Weeks until the first verdict. */
	readonly decided: number | null;
	readonly foretold: number | null;
}

/** live lets weeks pass after a repair, at a multiple of what is usual, and gives every verdict that was read on the way. */
const live = (stream: string, times: number, weeks: number): Outcome[] => {
	const random = createRandom(stream);
	const draw = (multiple: number): Observed => ({
		y: negativeBinomial(random, multiple * MU, PHI),
		mu: MU,
		phi: PHI,
		squaredError: 0.01,
	});
	return Array.from({ length: SERIES }, () => {
		const incident = Array.from({ length: 4 }, () => draw(3));
		const after: Observed[] = [];
		const ever = new Set<RepairVerdict['verdict']>();
		let decided: number | null = null;
		const foretold = judgeRepair({ incident, after, reporters: 0 }).weeksToDecide;
		for (let week = 1; week <= weeks; week += 1) {
			after.push(draw(times));
			const { verdict } = judgeRepair({ incident, after, reporters: 0 });
			ever.add(verdict);
			if (verdict !== 'in-observation') decided ??= week;
		}
		return { ever, decided, foretold };
	});
};

const share = (outcomes: readonly Outcome[], of: (outcome: Outcome) => boolean): number =>
	outcomes.filter(of).length / outcomes.length;

it('of repairs that hold, at most one in twenty is ever said to have regressed, and nearly all are confirmed in eight weeks', () => {
	const held = live('held', 1, 8);

	expect(share(held, ({ ever }) => ever.has('regressed'))).toBeLessThan(0.05);
	expect(share(held, ({ ever }) => ever.has('recovered'))).toBeGreaterThan(0.9);
});

it('of platforms that are as broken as before, at most one in twenty is ever confirmed, and nearly all are reopened', () => {
	const broken = live('broken', 3, 8);

	expect(share(broken, ({ ever }) => ever.has('recovered'))).toBeLessThan(0.05);
	expect(share(broken, ({ ever }) => ever.has('regressed'))).toBeGreaterThan(0.95);
});

it('says beforehand about how long it takes: for most, no more than two weeks beside', () => {
	const near = share(
		live('foretold', 1, 12),
		({ decided, foretold }) => decided !== null && foretold !== null && Math.abs(decided - foretold) <= 2,
	);

	expect(near).toBeGreaterThan(0.8);
});
