import { FRANCE, type PrivateSignal } from '@vigie/schemas/signal';
import { codesOf } from '@vigie/schemas/taxonomy';
import { SLOT_MS } from '../statistics/outage/local-time.js';
import type { Detected } from '../store/signal-store.js';
import { activityWithout, type DayTotal } from './activity.js';
import { bySeries, firstReports } from './count-reports.js';
import type { Knowledge } from './learn.js';
import { lookAtKinds } from './look-at-kinds.js';
import { lookAtSeries } from './look-at-series.js';
import { outageSignal, seriesName } from './outage-signal.js';
import { territories } from './places.js';
import type { Report } from './read-day.js';
import { type Today, todayIn, todaySince } from './today.js';
import { watchedKinds } from './watched-kinds.js';

/** SERIES_WATCHED is how many series a run follows: every platform in France and in each région, and in France its kinds of failure. */
export const SERIES_WATCHED = codesOf('platforms').length * (territories.length + watchedKinds.length);

export interface DayCase {
	readonly slot: string;
	readonly reports: readonly Report[];
	readonly knowledge: Knowledge;
	/** By series, what was said last. */
	readonly before: ReadonlyMap<string, PrivateSignal>;
	/** By series, the slot that last closed an outage: what came before is no part of the next. */
	readonly closed: ReadonlyMap<string, string>;
}

const freshSince = (closed: string | undefined): number =>
	closed === undefined ? 0 : Date.parse(closed) + SLOT_MS;

const since = (reports: readonly Report[], startMs: number): number =>
	reports.filter(({ atMs }) => atMs >= startMs).length;

const totalsOf = (
	series: ReadonlyMap<string, readonly Report[]>,
	today: Today,
	{ usual, growth }: Knowledge,
): ReadonlyMap<string, DayTotal> => {
	const share = today.weights.reduce((sum, weight) => sum + weight, 0);
	return new Map(
		codesOf('platforms').map((platform) => [
			platform,
			{
				y: since(series.get(`${FRANCE}/${platform}`) ?? [], today.startMs),
				mu: usual(FRANCE, platform).perWeek * growth * share,
			},
		]),
	);
};

/**
 * judgeDay says what is new of every series, France first, then each région. A series without a report today and without a standing
 * signal has nothing to say, and is not looked at.
 */
export const judgeDay = ({ slot, reports, knowledge, before, closed }: DayCase): readonly Detected[] => {
	const untilMs = Date.parse(slot) + SLOT_MS;
	const series = bySeries(firstReports(reports));
	const days = new Map(territories.map((territory) => [territory, todayIn(territory, untilMs, knowledge)]));
	const nation = days.get(FRANCE);
	if (!nation) throw new Error('France is not watched');
	const totals = totalsOf(series, nation, knowledge);
	const said = [...days].flatMap(([territory, day]) =>
		codesOf('platforms').flatMap((platform): Detected[] => {
			const last = before.get(seriesName(territory, platform)) ?? null;
			const freshMs = freshSince(closed.get(seriesName(territory, platform)));
			const today = todaySince(day, freshMs);
			const there = (series.get(`${territory}/${platform}`) ?? []).filter(({ atMs }) => atMs >= freshMs);
			const stands = last !== null && last.transition !== 'closed';
			if (!stands && since(there, today.startMs) === 0) return [];
			const activity = knowledge.growth * activityWithout(platform, totals);
			const { perWeek, noise } = knowledge.usual(territory, platform);
			const look = lookAtSeries({ reports: there, today, perWeek: perWeek * activity, noise });
			const kinds =
				territory === FRANCE
					? lookAtKinds({
							reports: there,
							today,
							usualOf: (code) => knowledge.usualKind(platform, code),
							activity,
						})
					: [];
			const signal = outageSignal({ slot, territory, platform, look, kinds, before: last });
			return signal ? [signal] : [];
		}),
	);
	// In the order in which they are read again.
	return said.toSorted((a, b) => (a.series < b.series ? -1 : 1));
};
