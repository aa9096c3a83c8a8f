import { evidenceOf, feedDrift, startDrift } from '@vigie/detector/statistics/drift';
import { expectWeek } from '@vigie/detector/statistics/expect-week';
import type { Expectation, Mode } from '@vigie/detector/statistics/expectation';
import { upperTail } from '@vigie/detector/statistics/negative-binomial';
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
	/** Events of the last four weeks. */
	readonly fourWeeks: number;
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
			fourWeeks: counts.slice(week - 3, week + 1).reduce((sum, count) => sum + count, 0),
		};
	});

/** isBurst is the weekly rule: above the bound, and five events in four weeks (a rule of display of Farrington's). */
export const isBurst = ({ y, p, fourWeeks }: Judged, alpha: number): boolean =>
	y > 0 && p <= alpha && fourWeeks >= 5;

/** burstsOf applies the weekly rule to each week. */
export const burstsOf = (weeks: readonly Judged[], alpha: number): boolean[] =>
	weeks.map((week) => isBurst(week, alpha));

/** The union spends its false alarms on two rules: each is stricter than the weekly one is alone. */
const UNION = { alpha: 0.004, evidence: 85 } as const;

/** unionOf alarms on a burst or on a drift; either is a confirmed signal, after which the evidence for a drift begins anew. */
export const unionOf = (weeks: readonly Judged[]): boolean[] => {
	let drift = startDrift();
	return weeks.map((judged) => {
		const { week, y, expected } = judged;
		drift = feedDrift(drift, week, y, { mu: expected.mu, phi: expected.spread });
		const alarm = isBurst(judged, UNION.alpha) || evidenceOf(drift) > UNION.evidence;
		if (alarm) drift = startDrift();
		return alarm;
	});
};
