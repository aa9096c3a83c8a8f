import type { Expectation } from './expectation.js';
import { GAP_WEEKS } from './farrington-flexible.js';
import { fitWeekly } from './weekly-model.js';
import type { WeeklySeries } from './weekly-series.js';

const WEEKS_A_YEAR = 52.18;
const MOST_WEEKS = 5 * 52 + 3;

/** Below two years of history the usual gap would leave too little of a season: 2.2 % false alarms at 78 weeks instead of 1.1 %. */
const YOUNG_BELOW = 104;
const YOUNG_GAP_WEEKS = 8;
const HARMONICS = [1, 2] as const;

/** SEASON_KNOWN_AT is three years of weeks: until then a season is known from one or two, and the harmonics may take chance for one. */
export const SEASON_KNOWN_AT = 156;

const rowOf = (week: number): readonly number[] => [
	1,
	...HARMONICS.flatMap((harmonic) => {
		const angle = (2 * Math.PI * harmonic * week) / WEEKS_A_YEAR;
		return [Math.cos(angle), Math.sin(angle)];
	}),
];

// Thousands of series ask for the same weeks.
const rows: (readonly number[])[] = [];

/** harmonicSeason gives the columns of a level and two harmonics of the year; `week` is an index, 0 or more. */
export const harmonicSeason = (week: number): readonly number[] => {
	const known = rows[week];
	if (known) return known;
	const row = rowOf(week);
	rows[week] = row;
	return row;
};

/**
 * expectByHarmonics models the season by two harmonics of the year beside a trend, on the last five years less 26 weeks (8 in the first two
 * years), and adds what not
 * knowing the mean exactly does to the spread: phi* = phi + se² mu, se being the standard error of log mu. Null when nothing can
 * be fitted.
 *
 * Source: Noufaily et al. 2013 for all but the season.
 */
export const expectByHarmonics = (series: WeeklySeries, week: number): Expectation | null => {
	const from = Math.max(0, week - MOST_WEEKS);
	const to = week - (week < YOUNG_BELOW ? YOUNG_GAP_WEEKS : GAP_WEEKS);
	const fitted = fitWeekly(series, { week, from, to, season: harmonicSeason });
	if (!fitted) return null;
	const { mu, phi, trend, weeks, squaredError } = fitted;
	const rung = from > 0 || week === MOST_WEEKS ? 'published' : 'full';
	return { model: 'harmonic', mu, phi, squaredError, spread: phi + squaredError * mu, trend, weeks, rung };
};
