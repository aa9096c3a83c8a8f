import { createRandom, negativeBinomial, normal } from '@vigie/demonstration/random';
import { raisedLately } from '@vigie/detector/live/usual';
import { baselineOf, noiseOf } from '@vigie/detector/statistics/outage/baseline';
import { BINS } from '@vigie/detector/statistics/outage/local-time';
import { profileOf, weightAt } from '@vigie/detector/statistics/outage/profile';
import { describe, expect, it } from 'vitest';

const officeWeek: readonly number[] = Array.from({ length: BINS }, (_, bin) => {
	const [day, hour] = [Math.floor(bin / 96), Math.floor((bin % 96) / 4)];
	if (hour < 9 || hour >= 18) return 0;
	return day < 5 ? 26 : day === 6 ? 2 : 0;
});

const learnt = {
	ordinary: officeWeek,
	holiday: { events: 8, days: 2 },
	bridge: { events: 400, daysByWeekday: [0, 0, 0, 0, 26, 0, 0] },
	weeks: 26,
};

describe('the profile of a family', () => {
	it('sums to one, and lends each quarter of an hour to the hour around it', () => {
		const { weights } = profileOf(learnt);

		expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
		expect(weights[35]).toBeGreaterThan(0);
		expect(weights[31]).toBe(0);
		expect(weights[48]).toBeCloseTo(26 / officeWeek.reduce((sum, count) => sum + count, 0), 12);
	});

	const [wednesday = 0, friday = 0, sunday = 0] = [2, 4, 6].map((day) => day * 96 + 44);
	const aWeek = officeWeek.reduce((sum, count) => sum + count, 0) / learnt.weeks;
	const holidaySum = (profile: ReturnType<typeof profileOf>): number =>
		profile.holiday.reduce((sum, weight) => sum + weight, 0);

	it('gives a bridge its own hours, at what bridges bring', () => {
		const profile = profileOf(learnt);

		expect(weightAt(profile, friday, 'bridge')).toBeLessThan(weightAt(profile, friday, 'ordinary'));
	});

	it('gives a holiday that brings no more than a Sunday the hours of a Sunday', () => {
		const profile = profileOf({ ...learnt, holiday: { events: 2, days: 40 } });
		const factor = weightAt(profile, wednesday, 'holiday') / weightAt(profile, sunday, 'ordinary');

		expect(factor).toBeLessThan(0.5);
		expect(weightAt(profile, wednesday - 16, 'holiday')).toBeCloseTo(
			factor * weightAt(profile, sunday - 16, 'ordinary'),
			12,
		);
	});

	it('expects of a holiday what holidays bring, even where nobody works on a Sunday: a few people at work are no outage', () => {
		const neverOnSundays = officeWeek.map((count, bin) => (bin < 6 * 96 ? count : 0));
		const ordinaryWeek = neverOnSundays.reduce((sum, count) => sum + count, 0) / learnt.weeks;
		const profile = profileOf({
			...learnt,
			ordinary: neverOnSundays,
			holiday: { events: 40, days: 10 },
		});

		expect(ordinaryWeek * holidaySum(profile)).toBeGreaterThan(3);
		expect(ordinaryWeek * holidaySum(profile)).toBeLessThan(5);
		expect(weightAt(profile, wednesday, 'holiday')).toBeGreaterThan(0);
		expect(weightAt(profile, 8, 'holiday')).toBe(0);
	});

	it('begins at a Sunday, or at one part in twenty of a working day, before any holiday is known', () => {
		const unknown = { ...learnt, holiday: { events: 0, days: 0 } };

		expect(aWeek * holidaySum(profileOf(unknown))).toBeCloseTo((36 * 2) / learnt.weeks, 6);
		const neverOnSundays = officeWeek.map((count, bin) => (bin < 6 * 96 ? count : 0));
		const none = profileOf({ ...unknown, ordinary: neverOnSundays });
		expect(holidaySum(none)).toBeCloseTo(0.05 / 5, 9);
	});

	it('is flat when nothing was ever reported', () => {
		expect(profileOf({ ...learnt, ordinary: officeWeek.map(() => 0) }).weights[100]).toBeCloseTo(
			1 / BINS,
			12,
		);
	});
});

describe('the baseline of a series', () => {
	it('begins at its family’s, and leaves it with two events’ weight', () => {
		expect(baselineOf(0, 0, 7)).toEqual({ perWeek: 7, squaredError: 0.5 });
		expect(baselineOf(26, 26, 7).perWeek).toBeCloseTo(28 / (2 / 7 + 26), 12);
	});
});

describe('the noise of a series', () => {
	it('tells what moves quarters of an hour from what moves whole days', () => {
		const random = createRandom('noise');
		const mu = Array.from({ length: 36 }, () => 3);
		const days = Array.from({ length: 2_000 }, () => {
			const effect = Math.max(0, 1 + 0.3 * normal(random));
			const y = mu.map((mean) => negativeBinomial(random, mean * effect, 1.5));
			return {
				y: y.reduce((a, b) => a + b, 0),
				mu: 108,
				squares: y.reduce((sum, count) => sum + (count - 3) ** 2, 0),
			};
		});
		const { phi, dayVariance } = noiseOf(days);

		// The day's part shows within days too: 3 x 0.09 on top of 1.5.
		expect(phi).toBeGreaterThan(1.5);
		expect(phi).toBeLessThan(1.9);
		expect(dayVariance).toBeGreaterThan(0.07);
		expect(dayVariance).toBeLessThan(0.11);
	});

	it('is not taken for a day’s when days only vary as their quarters do', () => {
		const random = createRandom('steady');
		const days = Array.from({ length: 2_000 }, () => {
			const y = Array.from({ length: 36 }, () => negativeBinomial(random, 0.3, 1.5));
			const squares = y.reduce((sum, count) => sum + (count - 0.3) ** 2, 0);
			return { y: y.reduce((a, b) => a + b, 0), mu: 10.8, squares };
		});

		// 1.5 / 10.8 of it would be counted twice.
		expect(noiseOf(days).dayVariance).toBeLessThan(0.03);
	});

	it('is Poisson’s where nothing was expected', () => {
		expect(noiseOf([])).toEqual({ phi: 1, dayVariance: 0 });
	});
});

describe('what a kind of failure usually brings', () => {
	const usual = {
		perWeek: 4,
		squaredError: 0.01,
		noise: { phi: 1.1, dayVariance: 0.02, squaredError: 0.01 },
	};
	const weeks = (...last: number[]): number[] => [...new Array<number>(20).fill(4), ...last];

	it('is not raised by one week of outage, so that the next outage is seen', () => {
		expect(raisedLately(usual, weeks(4, 60, 4), 1)).toBe(usual);
		expect(raisedLately(usual, weeks(3, 4, 60), 1)).toBe(usual);
	});

	it('is what the last weeks brought once two of three brought more, less surely known: that is no outage of today', () => {
		const raised = raisedLately(usual, weeks(4, 30, 34), 1);

		expect(raised.perWeek).toBe(30);
		expect(raised.noise).toMatchObject({ phi: 1.1, dayVariance: 0.02 });
		expect(raised.squaredError).toBeGreaterThan(usual.squaredError - 1e-9);
		expect(raised.noise.squaredError).toBe(raised.squaredError);
	});

	it('is counted at the number of reporters that the usual was, and needs three weeks', () => {
		expect(raisedLately(usual, weeks(30, 30, 30), 1.5).perWeek).toBe(20);
		expect(raisedLately(usual, [30, 30], 1)).toBe(usual);
	});
});
