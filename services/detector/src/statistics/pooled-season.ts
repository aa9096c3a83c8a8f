import { harmonicSeason } from './harmonic.js';
import { fitReweighted } from './reweighted-fit.js';
import { regressionOf, usableWeeks } from './weekly-model.js';
import type { WeeklySeries } from './weekly-series.js';

const LEAST_WEEKS = 78;

/**
 * pooledSeason gives each week's usual multiple (mean 1 over a year, on the log scale) from the sum of a family's series, for its members too young
 * to show a season of their own; it reaches one week beyond the history. Null below 78 weeks, or when it cannot be fitted.
 */
export const pooledSeason = (family: WeeklySeries): readonly number[] | null => {
	const weeks = usableWeeks(family, 0, family.counts.length);
	if (weeks.length < LEAST_WEEKS) return null;
	const row = (week: number): readonly number[] => [...harmonicSeason(week), week / LEAST_WEEKS];
	const fit = fitReweighted(regressionOf(family, weeks, row));
	if (!fit) return null;
	return Array.from({ length: family.counts.length + 1 }, (_, week) => {
		const turning = harmonicSeason(week).slice(1);
		return Math.exp(turning.reduce((sum, cell, a) => sum + cell * (fit.coefficients[a + 1] as number), 0));
	});
};
