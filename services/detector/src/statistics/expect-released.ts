import { expectWeek } from './expect-week.js';
import type { Expectation } from './expectation.js';
import { SEASON_KNOWN_AT } from './harmonic.js';
import { expectByMovingLevel } from './moving-level.js';
import { quantile, upperBound } from './quantile.js';
import { usableWeeks } from './weekly-model.js';
import { countAt, exposureAt, type WeeklySeries } from './weekly-series.js';

const FIRST_WEEKS = 8;

/** A series begins like its first weeks did: the same prior whichever week is asked, so that one can go on from the one before. */
const priorOf = (series: WeeklySeries): number => {
	const weeks = usableWeeks(series, 0, FIRST_WEEKS);
	const sumOf = (at: (week: number) => number | null): number =>
		weeks.reduce((sum, week) => sum + (at(week) ?? 0), 0);
	return (
		(0.5 + sumOf((week) => countAt(series, week))) /
		Math.max(
			1,
			sumOf((week) => exposureAt(series, week)),
		)
	);
};

/** A count further from what was expected than this many times, and than one usual week in a hundred is, is learnt as if it were there. */
const REACH = 1.5;
const RARE = 0.01;

/** Learnt is a series as far as it is learnt from; kept, so that the next week goes on from the one before. */
interface Learnt {
	readonly counts: (number | null)[];
	readonly series: WeeklySeries;
	readonly priorMean: number;
	/** A holiday is a day less to report in. */
	readonly season: readonly number[];
}

const learnt = new WeakMap<WeeklySeries, Learnt>();

const startOf = (series: WeeklySeries): Learnt => {
	const counts: (number | null)[] = [];
	return {
		counts,
		series: { ...series, counts },
		priorMean: priorOf(series),
		season: series.counts.map((_, week) => 1 - (series.holidayShare?.[week] ?? 0)),
	};
};

const expectNext = ({ series, priorMean, season }: Learnt, week: number): Expectation | null =>
	expectByMovingLevel(series, week, { priorMean, season });

/** withinReach brings a count that stood out back to the edge of the usual: an outage must not become what is expected, a new level must, in a few weeks. */
const withinReach = (y: number, expectation: Expectation | null): number => {
	if (expectation === null) return y;
	const law = { mu: expectation.mu, phi: expectation.spread };
	const least = Math.min(quantile(RARE, law), Math.floor(law.mu / REACH));
	const most = Math.max(upperBound(RARE, law), Math.ceil(law.mu * REACH));
	return Math.min(Math.max(y, least), most);
};

const expectByRecentLevel = (series: WeeklySeries, week: number): Expectation | null => {
	const known = learnt.get(series) ?? startOf(series);
	learnt.set(series, known);
	for (let at = known.counts.length; at < week; at += 1) {
		const y = countAt(series, at);
		known.counts.push(y === null || at < FIRST_WEEKS ? y : withinReach(y, expectNext(known, at)));
	}
	return expectNext(known, week);
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
		: expectByRecentLevel(series, week);
