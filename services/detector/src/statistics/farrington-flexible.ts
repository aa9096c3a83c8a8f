import type { Expectation } from './expectation.js';
import { GROUPS, HALF_WINDOW, referenceWeeks, seasonGroups } from './season-groups.js';
import { fitWeekly } from './weekly-model.js';
import type { WeeklySeries } from './weekly-series.js';

/** The last weeks are left out, so that the model does not learn what it must find. */
export const GAP_WEEKS = 26;

const MOST_YEARS = 5;

/** Ten groups of weeks cannot be told apart on less. */
const LEAST_YEARS = 3;

/** The columns of each group: 1 in its own. */
const INDICATORS: readonly (readonly number[])[] = Array.from({ length: GROUPS }, (_, group) =>
	Array.from({ length: GROUPS }, (_, column) => (column === group ? 1 : 0)),
);

/** yearsOf gives how many past years the history of a week holds, 5 at most. */
const yearsOf = (week: number, firstDay: string | undefined): number => {
	for (let years = MOST_YEARS; years >= LEAST_YEARS; years -= 1)
		if ((referenceWeeks(week, years, firstDay).at(-1) ?? -1) - HALF_WINDOW >= 0) return years;
	return 0;
};

/**
 * expectByFarrington models the season by ten groups of weeks: the improved Farrington method, with the negative binomial "plug-in" predictive
 * (the estimation error is left out). On five years of history its bounds equal those of farringtonFlexible(b = 5, w = 3,
 * noPeriods = 10, pastWeeksNotIncluded = 26, trend, pThresholdTrend = 1, thresholdMethod = "nbPlugin") in R's surveillance 1.20.3.
 * Null below three years of history, or when nothing can be fitted.
 *
 * Sources: Farrington et al. 1996; Noufaily et al. 2013; Salmon, Schumacher and Höhle 2016.
 */
export const expectByFarrington = (series: WeeklySeries, week: number): Expectation | null => {
	const years = yearsOf(week, series.firstDay);
	if (years === 0) return null;
	const { first, groups } = seasonGroups(referenceWeeks(week, years, series.firstDay));
	const season = (at: number): readonly number[] => INDICATORS[groups[at - first] ?? GROUPS - 1] ?? [];
	const fitted = fitWeekly(series, { week, from: first, to: week - GAP_WEEKS, season });
	if (!fitted) return null;
	const { mu, phi, trend, weeks, squaredError } = fitted;
	return {
		model: 'farringtonFlexible',
		mu,
		phi,
		squaredError,
		spread: phi,
		trend,
		weeks,
		rung: years === MOST_YEARS ? 'published' : 'full',
	};
};
