import { expectWeek } from '@vigie/detector/statistics/expect-week';
import type { Expectation, Mode } from '@vigie/detector/statistics/expectation';
import { upperTail } from '@vigie/detector/statistics/negative-binomial';
import { feedWatch, startWatch } from '@vigie/detector/statistics/series-watch';
import { LEAST_IN_FOUR_WEEKS, raisesAlarm } from '@vigie/detector/statistics/week-alarm';
import { SCORED_FROM, WEEKS } from './scenarios.js';

/** Judged is a scored week: its count, what was expected of it, and how surprising it is. */
export interface Judged {
	readonly week: number;
	readonly y: number;
	readonly expected: Expectation;
	/** Upper tail as if the mean were known: R's "plug-in". */
	readonly plugIn: number;
	/** Counts of the three weeks before. */
	readonly before: readonly number[];
}

/** judgeSeries refits the model for each of the scored weeks; with `history`, on that many weeks before each and no more. */
export const judgeSeries = (counts: readonly number[], mode: Mode, history?: number): readonly Judged[] =>
	Array.from({ length: WEEKS - SCORED_FROM }, (_, index) => {
		const week = SCORED_FROM + index;
		const from = history === undefined ? 0 : week - history;
		const expected = expectWeek({ counts: counts.slice(from, week + 1) }, week - from, { mode });
		const y = counts[week] ?? 0;
		if (!expected) throw new Error(`nothing was expected of week ${week}`);
		return {
			week,
			y,
			expected,
			plugIn: upperTail(y, { mu: expected.mu, phi: expected.phi }),
			before: counts.slice(week - 3, week),
		};
	});

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** burstsOf applies the weekly rule to each week. */
export const burstsOf = (weeks: readonly Judged[]): boolean[] =>
	weeks.map((week, index) => raisesAlarm(week, weeks[index - 1] ?? null, sumOf(week.before)));

const ALPHA = 0.01;

/** plugInOf applies R's rule as it is: one bound at 1 %, the mean taken as known. */
export const plugInOf = (weeks: readonly Judged[]): boolean[] =>
	weeks.map(({ y, plugIn, before }) => y > 0 && plugIn <= ALPHA && y + sumOf(before) >= LEAST_IN_FOUR_WEEKS);

/** unionOf follows the series by itself: peaks of one or two weeks, and lasting rises. */
export const unionOf = (weeks: readonly Judged[]): boolean[] => {
	let watch = startWatch(weeks[0]?.before);
	return weeks.map(({ week, y, expected }) => {
		watch = feedWatch(watch, week, y, expected);
		return watch.alarm !== null;
	});
};
