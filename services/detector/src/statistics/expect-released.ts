import { expectWeek } from './expect-week.js';
import type { Expectation } from './expectation.js';
import { SEASON_KNOWN_AT } from './harmonic.js';
import { expectByMovingLevel } from './moving-level.js';
import { usableWeeks } from './weekly-model.js';
import { countAt, type WeeklySeries } from './weekly-series.js';

const FIRST_WEEKS = 8;

/** A series begins like its first weeks did: the same prior whichever week is asked, so that one can go on from the one before. */
const priorOf = (series: WeeklySeries): number => {
	const weeks = usableWeeks(series, 0, FIRST_WEEKS);
	return weeks.reduce((sum, week) => sum + (countAt(series, week) ?? 0), 0.5) / Math.max(weeks.length, 1);
};

/**
 * A holiday is a day less to report in. Kept by series: the moving level goes on from the week before only when it is told the same.
 */
const workingShares = new WeakMap<WeeklySeries, readonly number[]>();

const workingShareOf = (series: WeeklySeries): readonly number[] => {
	const known =
		workingShares.get(series) ?? series.counts.map((_, week) => 1 - (series.holidayShare?.[week] ?? 0));
	workingShares.set(series, known);
	return known;
};

/**
 * expectReleased gives what to expect of a published series in a week, from the weeks before it. Who was active is not published: a network that
 * grows is a trend, which the long model either carries on without end or, once it would pass every count seen, drops for
 * the mean of a past that was much smaller. So, as the weekly run does, the recent level is what a series of less than three years is held
 * against, holidays apart; the ladder of `expectWeek` below eight weeks and from three years on.
 */
export const expectReleased = (series: WeeklySeries, week: number): Expectation | null =>
	week >= SEASON_KNOWN_AT || usableWeeks(series, 0, week).length < FIRST_WEEKS
		? expectWeek(series, week, { mode: 'harmonic' })
		: expectByMovingLevel(series, week, { priorMean: priorOf(series), season: workingShareOf(series) });
