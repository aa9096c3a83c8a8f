import {
	type Baseline,
	baselineOf,
	type DaySums,
	type Noise,
	noiseOf,
} from '../statistics/outage/baseline.js';

/** PastDay is what a weight is on each day of the history: its sum over the day, and the sum of its squares. */
export interface PastDay {
	readonly weight: number;
	readonly squares: number;
}

/** PastSeries is the history of one series, laid on its territory's days. */
export interface PastSeries {
	/** Events of each closed week. */
	readonly weekly: readonly number[];
	/** By day: events, sum of the squared counts, sum of counts times their weights. */
	readonly daily: readonly { readonly y: number; readonly squares: number; readonly weighted: number }[];
}

/** Usual is what a series usually brings, before today is looked at. */
export interface Usual extends Baseline {
	readonly noise: Noise;
}

const RECENT_WEEKS = 3;

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;

/** SLACK is how many events beyond three times the usual a week or a day may bring by chance: of all reports, and of those of one rare kind. */
export const SLACK = { whole: 10, kind: 3 } as const;

/** usualOf learns the level of a series and how much it varies; weeks and days of incidents, far beyond what chance brings, are no part of what is usual. */
export const usualOf = (
	series: PastSeries,
	days: readonly PastDay[],
	familyMean: number,
	slack: number,
): Usual => {
	const isIncident = (y: number, usual: number): boolean => y > 3 * usual + slack;
	const middle = median(series.weekly);
	const kept = series.weekly.filter((y) => !isIncident(y, middle));
	const events = kept.reduce((sum, y) => sum + y, 0);
	const level = baselineOf(events, kept.length, familyMean);
	const sums = days.flatMap((day, index): DaySums[] => {
		const seen = series.daily[index] ?? { y: 0, squares: 0, weighted: 0 };
		const mu = level.perWeek * day.weight;
		if (isIncident(seen.y, mu)) return [];
		// Σ(y - mu)² = Σmu² + Σy² - 2Σy·mu: most quarters of an hour hold nothing.
		const squares = level.perWeek ** 2 * day.squares + seen.squares - 2 * level.perWeek * seen.weighted;
		return [{ y: seen.y, mu, squares }];
	});
	return { ...level, noise: { ...noiseOf(sums), squaredError: level.squaredError } };
};

/**
 * raisedLately gives what is usual, or the middle of the last three weeks at what is usual's own number of reporters (`growth` times fewer)
 * where that is more: what has been so for two weeks is no outage of today, and the weekly run tells it.
 */
export const raisedLately = (usual: Usual, weekly: readonly number[], growth: number): Usual => {
	const recent = weekly.slice(-RECENT_WEEKS);
	const perWeek = median(recent) / growth;
	if (recent.length < RECENT_WEEKS || perWeek <= usual.perWeek) return usual;
	const { squaredError } = baselineOf(median(recent) * RECENT_WEEKS, RECENT_WEEKS, usual.perWeek);
	return { ...usual, perWeek, squaredError, noise: { ...usual.noise, squaredError } };
};
