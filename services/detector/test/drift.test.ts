import { createRandom, negativeBinomial } from '@vigie/demonstration/random';
import {
	evidenceOf,
	FALLING,
	feedDrift,
	RISING,
	shiftOf,
	startDrift,
} from '@vigie/detector/statistics/drift';
import { logLikelihoodRatio } from '@vigie/detector/statistics/likelihood-ratio';
import { logProbability } from '@vigie/detector/statistics/negative-binomial';
import { describe, expect, it } from 'vitest';

const count = { mu: 6, phi: 1.4 };

const follow = (ys: readonly number[], ratios = RISING) =>
	ys.reduce((drift, y, week) => feedDrift(drift, week, y, count), startDrift(ratios));

const draw = (name: string, means: readonly number[]): number[] => {
	const random = createRandom(name);
	return means.map((mean) => negativeBinomial(random, mean, count.phi));
};

describe('the evidence for a drift', () => {
	it.each([...RISING, ...FALLING])('has a likelihood ratio of mean 1 under no change, for x%s', (ratio) => {
		let mean = 0;
		for (let y = 0; y < 400; y += 1)
			mean += Math.exp(logProbability(y, count) + logLikelihoodRatio(y, count, ratio * count.mu));

		expect(Math.abs(mean - 1)).toBeLessThan(1e-9);
	});

	it('is the mean over multiples of the sum over starts of the products since', () => {
		const ys = [3, 9, 12, 4, 15, 11];

		const byHand = RISING.map((ratio) =>
			ys.reduce((sum, _, start) => {
				const logs = ys.slice(start).map((y) => logLikelihoodRatio(y, count, ratio * count.mu));
				return sum + Math.exp(logs.reduce((a, b) => a + b, 0));
			}, 0),
		).reduce((a, b) => a + b / RISING.length, 0);
		expect(evidenceOf(follow(ys)) / byHand).toBeCloseTo(1, 10);
	});

	it('dates a lasting rise, and tells its size with an interval that holds it', () => {
		const drift = follow(draw('rise', [...new Array(40).fill(6), ...new Array(20).fill(12)]));
		const shift = shiftOf(drift);

		expect(evidenceOf(drift)).toBeGreaterThan(250);
		expect(Math.abs((shift?.onset ?? 0) - 40)).toBeLessThanOrEqual(2);
		expect(shift?.low).toBeLessThan(2);
		expect(shift?.high).toBeGreaterThan(2);
	});

	it('sees a fall with the falling multiples, and none with the rising ones', () => {
		const ys = draw('fall', [...new Array(20).fill(6), ...new Array(30).fill(2.5)]);

		expect(evidenceOf(follow(ys, FALLING))).toBeGreaterThan(250);
		expect(evidenceOf(follow(ys))).toBeLessThan(5);
	});

	it('stays as it is in a week of which nothing is expected', () => {
		const drift = follow([3, 9]);

		expect(feedDrift(drift, 2, 5, { mu: 0, phi: 1 })).toBe(drift);
	});

	it('is a plain value that goes on from where it was stored, and stays finite', () => {
		const stored = JSON.parse(JSON.stringify(follow([3, 9, 12])));

		expect(feedDrift(stored, 3, 4, count)).toEqual(follow([3, 9, 12, 4]));
		expect(Number.isFinite(evidenceOf(follow(new Array(30).fill(5_000))))).toBe(true);
	});
});
