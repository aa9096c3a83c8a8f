import { expectWeek } from '@vigie/detector/statistics/expect-week';
import type { Expectation, Mode } from '@vigie/detector/statistics/expectation';
import { upperTail } from '@vigie/detector/statistics/negative-binomial';
import { feedWatch, startWatch } from '@vigie/detector/statistics/series-watch';
import { SCORED_FROM, WEEKS } from './scenarios.js';

/** Judged is a scored week: its count, what was expected of it, and how surprising it is. */
export interface Judged {
	readonly week: number;
	readonly y: number;
	readonly expected: Expectation;
	/** Upper tail, not knowing the mean exactly taken into account. */
	readonly p: number;
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
			p: upperTail(y, { mu: expected.mu, phi: expected.phi + expected.squaredError * expected.mu }),
			plugIn: upperTail(y, { mu: expected.mu, phi: expected.phi }),
			before: counts.slice(week - 3, week),
		};
	});

/** isBurst is the weekly rule: above the bound, and five events in four weeks (a rule of display of Farrington's). */
const isBurst = ({ y, p, before }: Judged, alpha: number): boolean =>
	y > 0 && p <= alpha && before.reduce((sum, count) => sum + count, y) >= 5;

/** burstsOf applies the weekly rule to each week. */
export const burstsOf = (weeks: readonly Judged[], alpha: number): boolean[] =>
	weeks.map((week) => isBurst(week, alpha));

/** unionOf follows the series by itself: peaks of one or two weeks, and lasting rises. */
export const unionOf = (weeks: readonly Judged[]): boolean[] => {
	let watch = startWatch(weeks[0]?.before);
	return weeks.map(({ week, y, expected }) => {
		watch = feedWatch(watch, week, y, expected);
		return watch.alarm !== null;
	});
};
