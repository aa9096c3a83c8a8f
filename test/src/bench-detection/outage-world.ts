import { createRandom, negativeBinomial, normal, poisson, type Random } from '@vigie/demonstration/random';
import { baselineOf, type DaySums, type Noise, noiseOf } from '@vigie/detector/statistics/outage/baseline';
import { BINS } from '@vigie/detector/statistics/outage/local-time';
import { type Profile, profileOf } from '@vigie/detector/statistics/outage/profile';

/** Usual reports a week of the series simulated. */
export const VOLUMES = [1, 5, 25, 125, 625] as const;

export const A_DAY = 96;
const DAY_BEGINS = 16;
/** HISTORY_WEEKS is what a series is learnt from. */
export const HISTORY_WEEKS = 26;

/** Counts vary within a day (variance over mean) and whole days vary at once (relative deviation). */
const PHI = 1.3;
const DAY_DEVIATION = 0.25;

const WEEKDAYS = [1.05, 1.25, 1, 1.05, 0.75, 0.04, 0.02];
const HOURS: Readonly<Record<number, number>> = {
	8: 3,
	9: 11,
	10: 14,
	11: 13,
	12: 5,
	13: 6,
	14: 14,
	15: 13,
	16: 11,
	17: 6,
	18: 2,
};

/** The true profile: office hours with a dip at noon, and a trickle outside. */
const TRUTH: readonly number[] = (() => {
	const raw = Array.from({ length: BINS }, (_, bin) => {
		const hour = Math.floor((bin % A_DAY) / 4);
		return (WEEKDAYS[Math.floor(bin / A_DAY)] ?? 0) * (HOURS[hour] ?? 0.03);
	});
	const sum = raw.reduce((total, weight) => total + weight, 0);
	return raw.map((weight) => weight / sum);
})();

/** dayOfProfile gives the weights of a detector's day, 04:00 to 04:00. */
const dayOfProfile = (weights: readonly number[], weekday: number): Float64Array =>
	Float64Array.from({ length: A_DAY }, (_, i) => weights[(weekday * A_DAY + DAY_BEGINS + i) % BINS] ?? 0);

const TRUE_DAYS = Array.from({ length: 7 }, (_, weekday) => dayOfProfile(TRUTH, weekday));

/** drawDay draws a day's counts; `extra` adds reports from a bin on for as many bins. */
export const drawDay = (
	random: Random,
	perWeek: number,
	weekday: number,
	extra: { readonly from: number; readonly bins: number; readonly perBin: number } | null = null,
): Float64Array => {
	const shape = TRUE_DAYS[weekday] ?? new Float64Array(A_DAY);
	const effect = Math.max(0, 1 + DAY_DEVIATION * normal(random));
	return shape.map((weight, bin) => {
		const usual = negativeBinomial(random, perWeek * weight * effect, PHI);
		const isHit = extra !== null && bin >= extra.from && bin < extra.from + extra.bins;
		return usual + (isHit ? poisson(random, extra.perBin) : 0);
	});
};

/** Watched is a series as the detector knows it: what it learnt from 26 weeks of history. */
export interface Watched {
	readonly perWeek: number;
	readonly noise: Noise;
	/** Expected counts of each weekday, from 04:00. */
	readonly expected: readonly Float64Array[];
}

const historyOf = (random: Random, perWeek: number): Float64Array[] =>
	Array.from({ length: 7 * HISTORY_WEEKS }, (_, day) => drawDay(random, perWeek, day % 7));

const total = (days: readonly Float64Array[]): number =>
	days.reduce((sum, day) => sum + day.reduce((a, b) => a + b, 0), 0);

/** learnProfile pools the histories of all series of the family. */
const learnProfile = (histories: readonly (readonly Float64Array[])[]): Profile => {
	const ordinary = new Array<number>(BINS).fill(0);
	for (const history of histories)
		history.forEach((day, at) => {
			day.forEach((count, i) => {
				const bin = ((at % 7) * A_DAY + DAY_BEGINS + i) % BINS;
				ordinary[bin] = (ordinary[bin] ?? 0) + count;
			});
		});
	return profileOf({
		ordinary,
		holiday: { events: 0, days: 0 },
		bridge: { events: 0, daysByWeekday: [] },
		weeks: HISTORY_WEEKS,
	});
};

/** sumsOf gives what is learnt of a past day. */
export const sumsOf = (y: Float64Array, mu: Float64Array): DaySums => ({
	y: y.reduce((a, b) => a + b, 0),
	mu: mu.reduce((a, b) => a + b, 0),
	squares: y.reduce((sum, count, i) => sum + (count - (mu[i] ?? 0)) ** 2, 0),
});

/** watchFamily draws the series of a volume and learns them: profile and noise together, the level of each shrunk to the family's. */
export const watchFamily = (seed: string, volume: number, size: number): readonly Watched[] => {
	const random = createRandom(`${seed}/outage/${volume}/history`);
	const rates = Array.from({ length: size }, () => volume);
	const histories = rates.map((rate) => historyOf(random, rate));
	const { weights } = learnProfile(histories);
	const days = Array.from({ length: 7 }, (_, weekday) => dayOfProfile(weights, weekday));
	const levels = histories.map((history) => baselineOf(total(history), HISTORY_WEEKS, volume));
	const expected = levels.map(({ perWeek }) => days.map((day) => day.map((weight) => weight * perWeek)));
	const sums = histories.flatMap((history, series) =>
		history.map((day, at) => sumsOf(day, expected[series]?.[at % 7] ?? new Float64Array(A_DAY))),
	);
	const noise = noiseOf(sums);
	return rates.map((perWeek, series) => ({
		perWeek,
		noise: { ...noise, squaredError: levels[series]?.squaredError ?? 0 },
		expected: expected[series] ?? [],
	}));
};
