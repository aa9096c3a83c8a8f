import type { Expectation } from './expectation.js';
import { predict } from './prediction.js';
import type { Regression } from './quasi-poisson.js';
import { fitReweighted } from './reweighted-fit.js';
import { countAt, exposureAt, isUsable, type WeeklySeries } from './weekly-series.js';

const WEEKS_A_YEAR = 52;

/** Weeks after a break that a model needs to know its level from. */
const LEVEL_WEEKS = 8;

/** Season turns a week (its index) into the columns that model its level and season. */
export type Season = (week: number) => readonly number[];

/** Learning says what to learn from: the half-open window [from, to) of weeks, to judge `week`. */
export interface Learning {
	readonly week: number;
	readonly from: number;
	readonly to: number;
	readonly season: Season;
}

/** usableWeeks lists the weeks of a window that a model can learn from. */
export const usableWeeks = (series: WeeklySeries, from: number, to: number): number[] => {
	const weeks: number[] = [];
	for (let week = from; week < to; week += 1) if (isUsable(series, week)) weeks.push(week);
	return weeks;
};

/** rowOf gives the columns of a week: level and season, holidays, levels after known breaks, and the trend, which is 0 at the week judged. */
const rowOf = (series: WeeklySeries, { week: judged, from, to, season }: Learning, withTrend: boolean) => {
	const breaks = (series.breaks ?? []).filter((at) => at > from && at <= to - LEVEL_WEEKS);
	const { holidayShare } = series;
	return (week: number): readonly number[] => {
		const row = [...season(week)];
		if (holidayShare) row.push(holidayShare[week] ?? 0);
		for (const at of breaks) row.push(week >= at ? 1 : 0);
		if (withTrend) row.push((week - judged) / WEEKS_A_YEAR);
		return row;
	};
};

/** regressionOf sets up the regression of the counts of these weeks on their rows. */
export const regressionOf = (
	series: WeeklySeries,
	weeks: readonly number[],
	row: (week: number) => readonly number[],
): Regression => {
	const columns = row(weeks[0] ?? 0).length;
	const y = new Float64Array(weeks.length);
	const offset = new Float64Array(weeks.length);
	const design = new Float64Array(weeks.length * columns);
	weeks.forEach((week, i) => {
		y[i] = countAt(series, week) ?? 0;
		offset[i] = Math.log(exposureAt(series, week) ?? 1);
		design.set(row(week), i * columns);
	});
	return { y, design, columns, offset };
};

/** highest gives the largest count seen, each at the exposure of the week judged: a trend that goes beyond it is not believed. */
const highest = (series: WeeklySeries, weeks: readonly number[], exposure: number): number =>
	weeks.reduce((most, week) => {
		const count = countAt(series, week) ?? 0;
		return Math.max(
			most,
			series.exposure ? (count * exposure) / (exposureAt(series, week) ?? exposure) : count,
		);
	}, 0);

/** Fitted is what a long history says of a week. */
export type Fitted = Pick<Expectation, 'mu' | 'phi' | 'trend' | 'weeks'> & {
	/** Squared standard error of log mu. */
	readonly squaredError: number;
};

/**
 * fitWeekly fits a log-linear model (trend, level and season, holidays, breaks, exposure) to the learning window, outliers weighing less,
 * and predicts the week judged. The trend goes when it would carry the prediction above every count seen. Null when the model
 * cannot be fitted, or when nobody reported in the week judged.
 */
export const fitWeekly = (series: WeeklySeries, learning: Learning): Fitted | null => {
	const exposure = exposureAt(series, learning.week);
	const weeks = usableWeeks(series, learning.from, learning.to);
	if (exposure === null || weeks.length === 0) return null;
	const most = highest(series, weeks, exposure);
	for (const trend of [true, false]) {
		const row = rowOf(series, learning, trend);
		const fit = fitReweighted(regressionOf(series, weeks, row));
		if (!fit) continue;
		const { mu, squaredError } = predict(fit, row(learning.week), Math.log(exposure));
		if (!trend || mu <= most) return { mu, phi: fit.phi, trend, weeks: weeks.length, squaredError };
	}
	return null;
};
