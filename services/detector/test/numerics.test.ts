import { readFileSync } from 'node:fs';
import { adjustedValues } from '@vigie/detector/statistics/benjamini-hochberg';
import { logLikelihoodRatio } from '@vigie/detector/statistics/likelihood-ratio';
import {
	logProbability,
	lowerMidP,
	lowerTail,
	midP,
	upperTail,
} from '@vigie/detector/statistics/negative-binomial';
import { quantile, upperBound } from '@vigie/detector/statistics/quantile';
import { describe, expect, it } from 'vitest';

// Written by fixtures/numerics.py in 60-digit arithmetic, by summing probabilities one by one.
const rows = readFileSync(new URL('./fixtures/numerics.csv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => {
		const [what = '', mu, phi, y, argument, value] = line.split(',');
		const count = { mu: Number(mu), phi: Number(phi) };
		return { what, count, y: Number(y), argument: Number(argument), value: Number(value), line };
	});

const of = (what: string) => rows.filter((row) => row.what === what);

/** expectClose asks for nine digits of a number that is not 0, however small. */
const expectClose = (found: number, value: number, line: string): void => {
	expect(Math.abs(found - value), `${line} gave ${found}`).toBeLessThanOrEqual(1e-9 * Math.abs(value));
};

describe('the numerics, held to 60-digit arithmetic', () => {
	it.each(Object.entries({ upperTail, lowerTail, midP, lowerMidP }))(
		'%s is right to 1e-9 of itself',
		(what, tail) => {
			expect(of(what).length).toBeGreaterThan(200);
			for (const { count, y, value, line } of of(what)) expectClose(tail(y, count), value, line);
		},
	);

	it('tails of millions of terms keep the digits that logarithms of their factorials leave', {
		timeout: 30_000,
	}, () => {
		// Of size 2 the law is the wait for a second success: P(Y >= y) is (1 + y/phi) (1 - 1/phi)^y.
		const logAbove = (y: number, phi: number) => Math.log1p(y / phi) + y * Math.log1p(-1 / phi);
		const offBy = (found: number, value: number): number => Math.abs(found / value - 1);
		for (const phi of [1e5, 1e6]) {
			const count = { mu: 2 * (phi - 1), phi };
			for (const y of [3, 5, 20].map((times) => times * phi))
				expect(offBy(upperTail(y, count), Math.exp(logAbove(y, phi)))).toBeLessThan(1e-7);
			for (const y of [0.5, 0.9, 1.5].map((times) => times * phi))
				expect(offBy(lowerTail(y, count), -Math.expm1(logAbove(y + 1, phi)))).toBeLessThan(1e-7);
		}
	});

	it('logProbability is right to 1e-9', () => {
		expect(of('logProbability').length).toBeGreaterThan(200);
		for (const { count, y, value, line } of of('logProbability'))
			expectClose(logProbability(y, count), value, line);
	});

	it('logLikelihoodRatio is right to 1e-9', () => {
		expect(of('logLikelihoodRatio').length).toBeGreaterThan(600);
		for (const { count, y, argument, value, line } of of('logLikelihoodRatio'))
			expect(Math.abs(logLikelihoodRatio(y, count, argument * count.mu) - value), line).toBeLessThanOrEqual(
				1e-9 * Math.max(1, Math.abs(value)),
			);
	});

	it('bounds and quantiles are the very same counts', () => {
		expect(of('upperBound').length).toBeGreaterThan(200);
		for (const { count, argument, value, line } of of('upperBound'))
			expect(upperBound(argument, count), line).toBe(value);
		for (const { count, argument, value, line } of of('quantile'))
			expect(quantile(argument, count), line).toBe(value);
	});

	it('adjusted values are right to 1e-9, in the order of the p-values', () => {
		const given = of('adjustedValue').sort((a, b) => a.y - b.y);
		const found = adjustedValues(given.map(({ argument }) => argument));

		expect(given).toHaveLength(10);
		given.forEach(({ value, line }, index) => {
			expectClose(found[index] ?? Number.NaN, value, line);
		});
	});

	it('refuses what is no count, no mean, no dispersion', () => {
		expect(() => upperTail(1.5, { mu: 1, phi: 2 })).toThrow(RangeError);
		expect(() => upperTail(1, { mu: -1, phi: 2 })).toThrow(RangeError);
		expect(() => upperTail(1, { mu: Number.NaN, phi: 2 })).toThrow(RangeError);
		expect(() => upperTail(1, { mu: 1, phi: 0.9 })).toThrow(RangeError);
		expect(upperTail(1, { mu: 0, phi: 1 })).toBe(0);
		expect(upperBound(0.01, { mu: 0, phi: 1 })).toBe(0);
	});
});
