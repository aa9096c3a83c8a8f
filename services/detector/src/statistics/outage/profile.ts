import type { DayKind } from './holidays.js';
import { BINS } from './local-time.js';

/** Profile says how a family of platforms is reported over the week; its ordinary weights sum to 1. */
export interface Profile {
	/** Share of an ordinary week's events in each of its 672 quarters of an hour. */
	readonly weights: readonly number[];
	/** What a holiday's events are to a Sunday's, and a bridge day's to its own ordinary day's. */
	readonly holidayFactor: number;
	readonly bridgeFactor: number;
}

/** Learnt is what a profile is learnt from: sums over the history of all series of a family, by bin of the local week. */
export interface Learnt {
	readonly ordinary: readonly number[];
	/** Events of holidays and of bridge days, and how many such days there were, by weekday (0 = Monday). */
	readonly holiday: { readonly events: number; readonly days: number };
	readonly bridge: { readonly events: number; readonly daysByWeekday: readonly number[] };
	/** Ordinary weeks in the history: what turns sums into a day's usual count. */
	readonly weeks: number;
}

const SMOOTHED_OVER = 9;
const SUNDAY = 6;
const A_DAY = 96;

const smooth = (counts: readonly number[]): number[] =>
	counts.map((_, bin) => {
		let sum = 0;
		for (let shift = -4; shift <= 4; shift += 1) sum += counts[(bin + shift + BINS) % BINS] ?? 0;
		return sum / SMOOTHED_OVER;
	});

const dayOf = (counts: readonly number[], weekday: number): number =>
	counts.slice(weekday * A_DAY, (weekday + 1) * A_DAY).reduce((sum, count) => sum + count, 0);

/** shrunk gives observed over expected, drawn towards `usual` with the weight of 5 events: there are few such days. */
const shrunk = (events: number, expected: number, usual: number): number =>
	(events + 5 * usual) / (expected + 5);

/** profileOf learns the profile of a family: 9-bin circular means, so that a quarter of an hour borrows from the hour around it. */
export const profileOf = ({ ordinary, holiday, bridge, weeks }: Learnt): Profile => {
	if (ordinary.length !== BINS) throw new RangeError(`a week has ${BINS} quarters of an hour`);
	const total = ordinary.reduce((sum, count) => sum + count, 0);
	const smoothed = smooth(ordinary);
	const aWeek = Math.max(1, weeks);
	const sundays = (holiday.days * dayOf(ordinary, SUNDAY)) / aWeek;
	const bridges = bridge.daysByWeekday.reduce(
		(sum, days, weekday) => sum + (days * dayOf(ordinary, weekday)) / aWeek,
		0,
	);
	return {
		weights: total > 0 ? smoothed.map((count) => count / total) : smoothed.map(() => 1 / BINS),
		holidayFactor: shrunk(holiday.events, sundays, 1),
		bridgeFactor: shrunk(bridge.events, bridges, 0.6),
	};
};

/** weightAt gives the share of an ordinary week's events expected in a bin of a day of this kind. */
export const weightAt = (
	{ weights, holidayFactor, bridgeFactor }: Profile,
	bin: number,
	kind: DayKind,
): number => {
	switch (kind) {
		case 'ordinary':
			return weights[bin] ?? 0;
		case 'holiday':
			return holidayFactor * (weights[SUNDAY * A_DAY + (bin % A_DAY)] ?? 0);
		case 'bridge':
			return bridgeFactor * (weights[bin] ?? 0);
	}
};
