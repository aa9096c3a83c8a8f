import type { Expectation } from '../statistics/expectation.js';
import { knownSums, type Past } from './known-sums.js';

const A_YEAR = 52;

/** Weeks of the year before, from the same week on: those around it, and those that begin with it, for a season may begin at once. */
export const LAST_YEAR = { around: [-1, 1], onward: [0, 1] } as const;

/** seasonOf gives the events by reporter that the parent's season lets expect of a series: its rate over the year, times what those weeks are to the parent. */
const seasonOf = (series: Past, parent: Past, from: number, to: number, week: number): number | null => {
	const then = knownSums(parent, from, to);
	const [usual, own] = [knownSums(parent, week - A_YEAR, week), knownSums(series, week - A_YEAR, week)];
	if (then.weeks < to - from || then.events === 0 || usual.events === 0 || own.events === 0) return null;
	const turn = then.events / then.reporters / (usual.events / usual.reporters);
	return (own.events / own.reporters) * turn;
};

/** The parent's season weighs as much as this many events of the series' own. */
const PARENT_EVENTS = 10;

/**
 * expectLastYear expects by reporter what the same weeks brought a year before, incidents and all; null when they are not all known. Few events
 * say little of a season: that of the parent, at the series' usual share of it, weighs with them.
 */
export const expectLastYear = (
	series: Past,
	parent: Past | null,
	week: number,
	phi: number,
	[first, last]: (typeof LAST_YEAR)[keyof typeof LAST_YEAR] = LAST_YEAR.around,
): Expectation | null => {
	const [from, to] = [week - A_YEAR + first, week - A_YEAR + last + 1];
	const own = knownSums(series, from, to);
	const now = series.exposure[week] ?? 0;
	if (own.weeks < to - from || own.reporters === 0 || now === 0) return null;
	const prior = parent === null ? null : seasonOf(series, parent, from, to, week);
	const events = own.events + (prior === null ? 0 : PARENT_EVENTS);
	const reporters = own.reporters + (prior === null ? 0 : PARENT_EVENTS / prior);
	if (events === 0) return null;
	const mu = (events / reporters) * now;
	const squaredError = phi / events;
	return {
		model: 'lastYear',
		rung: 'short',
		mu,
		phi,
		spread: phi + squaredError * mu,
		squaredError,
		trend: false,
		weeks: week,
	};
};
