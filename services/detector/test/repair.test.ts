import { judgeRepair, type Observed } from '@vigie/detector/statistics/repair';
import { describe, expect, it } from 'vitest';

const weeks = (...ys: number[]): Observed[] => ys.map((y) => ({ y, mu: 10, phi: 1.5, squaredError: 0.01 }));

const incident = weeks(55, 62, 58, 60);

const judge = (...ys: number[]) => judgeRepair({ incident, after: weeks(...ys), reporters: 0 });

describe('a platform said to be mended', () => {
	it('is in observation until something is known, and says how long that takes', () => {
		expect(judge()).toMatchObject({ verdict: 'in-observation', recovered: 1, weeksToDecide: 3 });
	});

	it.each([
		// log 20 / ((R - 1 - log R) mu / phi) = 1.2 weeks for 40 expected at x1.5, where the bound of 1.5 asks for one.
		['as long as the evidence takes', 40, 1.5, 2],
		// 2.5 weeks of evidence, but eleven until less than half as much again can be left.
		['as long as the bound on what is left takes', 2, 3, 11],
	])('says beforehand how long it takes to be settled: %s', (_, mu, times, weeksToDecide) => {
		const week = (y: number): Observed => ({ y, mu, phi: 1.5, squaredError: 0.01 });
		// A long incident, so that its lowest rate is near the rate itself.
		const long = Array.from({ length: 400 }, () => week(times * mu));

		expect(judgeRepair({ incident: long, after: [], reporters: 0 }).weeksToDecide).toBe(weeksToDecide);
	});

	it('has recovered when its counts are those of a healthy one', () => {
		expect(judge(9, 11, 10)).toMatchObject({ verdict: 'recovered', weeksToDecide: null });
	});

	it('has not when they are still those of the incident', () => {
		const { verdict, recovered } = judge(50, 61, 55);

		expect(verdict).toBe('regressed');
		expect(recovered).toBeLessThan(1e-6);
	});

	it('has regressed when, mended and quiet for five weeks, it is back at x3', () => {
		expect(judge(9, 11, 10, 8, 12).verdict).toBe('recovered');
		expect(judge(9, 11, 10, 8, 12, 31, 28).verdict).toBe('regressed');
	});

	it('is left to the drift detector after eight weeks', () => {
		expect(judge(9, 11, 10, 8, 12, 9, 10, 11, 40, 45).verdict).toBe('recovered');
	});

	it('cannot be told mended after an incident that was no more than usual', () => {
		const { verdict, weeksToDecide } = judgeRepair({
			incident: weeks(11),
			after: weeks(9, 10),
			reporters: 3,
		});

		expect({ verdict, weeksToDecide }).toEqual({ verdict: 'in-observation', weeksToDecide: null });
	});

	it('is reported again when two workers say so, which is a fact and no test', () => {
		expect(judgeRepair({ incident, after: weeks(2), reporters: 2 }).reportedAgain).toBe(true);
		expect(judgeRepair({ incident, after: weeks(2), reporters: 1 }).reportedAgain).toBe(false);
	});
});
