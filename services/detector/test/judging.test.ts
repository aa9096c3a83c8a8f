import { judge, sumOfWeeks } from '@vigie/detector/statistics/judgement';
import { judgeSilence } from '@vigie/detector/statistics/silence';
import { testedInstead } from '@vigie/detector/statistics/sparse';
import { checkSeries } from '@vigie/detector/statistics/weekly-series';
import { describe, expect, it } from 'vitest';

const week = { mu: 8, phi: 1.5, spread: 1.7 };

describe('judging a count', () => {
	it('is never less surprised by more', () => {
		const judged = Array.from({ length: 60 }, (_, y) => judge(y, week));

		for (const [y, { p, midp }] of judged.entries()) {
			expect(p).toBeLessThanOrEqual(judged[y - 1]?.p ?? 1);
			expect(midp).toBeLessThanOrEqual(judged[y - 1]?.midp ?? 1);
			expect(midp).toBeLessThan(p);
		}
	});

	it('draws the bound where the tail falls below its level', () => {
		const { bound } = judge(0, week, 0.01);

		expect(judge(bound, week).p).toBeGreaterThan(0.01);
		expect(judge(bound + 1, week).p).toBeLessThanOrEqual(0.01);
	});

	it('adds up weeks: means and variances, errors as if shared', () => {
		const sum = sumOfWeeks([week, week, week, week]);

		expect(sum.mu).toBeCloseTo(32, 12);
		expect(sum.phi).toBeCloseTo(1.5, 12);
		// One week's error is 0.2 mu; four that share it make 4² times that, over 4 mu.
		expect(sum.spread).toBeCloseTo(1.5 + 4 * 0.2, 12);
		expect(sumOfWeeks([{ mu: 0, phi: 1, spread: 1 }])).toEqual({ mu: 0, phi: 1, spread: 1 });
	});

	it('tests the first ancestor that is not too sparse, or the coarsest', () => {
		const line = [
			{ series: 'kind', expected: 0.1 },
			{ series: 'platform', expected: 0.6 },
			{ series: 'nation', expected: 40 },
		];

		expect(testedInstead(line)?.series).toBe('platform');
		expect(testedInstead(line.slice(0, 1))?.series).toBe('kind');
		expect(testedInstead([])).toBeNull();
	});

	it('hears a silence, and does not take a quiet week for one', () => {
		const usual = { mu: 40, spread: 1.5 };

		expect(judgeSilence(2, usual).isSilent).toBe(true);
		expect(judgeSilence(0, { mu: 0.5, spread: 1 }).isSilent).toBe(false);
		expect(judgeSilence(33, usual).isSilent).toBe(false);
	});
});

describe('a series that is none', () => {
	it.each([
		['a negative count', { counts: [1, -1] }],
		['half a count', { counts: [1.5] }],
		['reporters of other weeks', { counts: [1, 2], exposure: [1] }],
		['a negative number of reporters', { counts: [1], exposure: [-4] }],
		['more holidays than days', { counts: [1], holidayShare: [1.2] }],
		['a break between weeks', { counts: [1], breaks: [0.5] }],
	])('is refused: %s', (_, series) => {
		expect(() => checkSeries(series)).toThrow(RangeError);
	});

	it('is not one with a missing week', () => {
		expect(() => checkSeries({ counts: [1, null, 0], exposure: [3, null, 0] })).not.toThrow();
	});
});
