import type { Expectation, Mode } from './expectation.js';
import { expectByFarrington } from './farrington-flexible.js';
import { expectByHarmonics } from './harmonic.js';
import { expectByMovingLevel } from './moving-level.js';
import { usableWeeks } from './weekly-model.js';
import { countAt, exposureAt, type WeeklySeries } from './weekly-series.js';

const SHORT_FROM = 8;
const FULL_FROM = 78;

/** The prior weighs as much as two events. */
const PRIOR_EVENTS = 2;

/** Context is what a series is judged by, besides itself. */
export interface Context {
	readonly mode: Mode;
	/** The parent's events per unit of exposure (per active reporter, or per week without exposure), spread over its children: the prior of a young series. */
	readonly parentMean?: number;
	/** Each week's usual multiple, pooled over the family (`pooledSeason`), for a series too young to show its own. */
	readonly season?: readonly number[];
}

const sumOf = (weeks: readonly number[], of: (week: number) => number): number =>
	weeks.reduce((sum, week) => sum + of(week), 0);

/** expectByPrior rests on the parent's rate and the few weeks there are: a gamma-Poisson predictive ("référence provisoire"). */
const expectByPrior = (
	series: WeeklySeries,
	week: number,
	weeks: readonly number[],
	mean: number,
): Expectation | null => {
	const exposure = exposureAt(series, week);
	if (exposure === null || !(mean > 0)) return null;
	const events = PRIOR_EVENTS + sumOf(weeks, (at) => countAt(series, at) ?? 0);
	const rate = PRIOR_EVENTS / mean + sumOf(weeks, (at) => exposureAt(series, at) ?? 0);
	const mu = (exposure * events) / rate;
	return {
		model: 'prior',
		rung: 'provisional',
		mu,
		phi: 1,
		spread: 1 + mu / events,
		squaredError: 1 / events,
		trend: false,
		weeks: weeks.length,
	};
};

const ownMean = (series: WeeklySeries, weeks: readonly number[]): number => {
	const exposure = sumOf(weeks, (at) => exposureAt(series, at) ?? 0);
	// Half an event more keeps a series that was never reported from being certain that it never will.
	return exposure > 0 ? (sumOf(weeks, (at) => countAt(series, at) ?? 0) + 0.5) / exposure : 0;
};

/** startOf gives the week from which a history counts: after its last break, unless a long model can know the level since. */
const startOf = ({ breaks = [] }: WeeklySeries, week: number): number =>
	Math.max(0, ...breaks.filter((at) => at <= week && at > week - FULL_FROM / 2));

const expectByMode = (series: WeeklySeries, week: number, mode: Mode): Expectation | null => {
	switch (mode) {
		case 'harmonic':
			return expectByHarmonics(series, week);
		case 'farringtonFlexible':
			return expectByFarrington(series, week) ?? expectByHarmonics(series, week);
		default: {
			const never: never = mode;
			return never;
		}
	}
};

/**
 * expectWeek gives what to expect of a series in a week from the weeks before it, by the model its history allows: the parent's rate below 8 weeks,
 * a moving level below 78, then the mode asked for (or a simpler one when it cannot be fitted). The count of the week itself is never read. Null
 * when nobody reported in that week, or when there is neither history nor parent.
 */
export const expectWeek = (series: WeeklySeries, week: number, context: Context): Expectation | null => {
	const from = startOf(series, week);
	const weeks = usableWeeks(series, from, week);
	const mean = context.parentMean ?? ownMean(series, weeks);
	if (weeks.length < SHORT_FROM) return expectByPrior(series, week, weeks, mean);
	const long = weeks.length >= FULL_FROM ? expectByMode(series, week, context.mode) : null;
	const { season } = context;
	return long ?? expectByMovingLevel(series, week, { priorMean: mean, from, ...(season ? { season } : {}) });
};
