import type { DayKind } from './holidays.js';
import { BINS } from './local-time.js';

/** Profile says how a family of platforms is reported over the week; its ordinary weights sum to 1. */
export interface Profile {
	/** Share of an ordinary week's events in each of its 672 quarters of an hour. */
	readonly weights: readonly number[];
	/** Share of an ordinary week's events in each of the 96 quarters of an hour of a holiday. */
	readonly holiday: readonly number[];
	/** What a bridge day's events are to its own ordinary day's. */
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

const sumOf = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);

const dayAt = (week: readonly number[], weekday: number): readonly number[] =>
	week.slice(weekday * A_DAY, (weekday + 1) * A_DAY);

/** There are few such days: what is usual weighs as much as that many events. */
const PRIOR_EVENTS = 5;

/** shrunk gives observed over expected, drawn towards `usual`. */
const shrunk = (events: number, expected: number, usual: number): number =>
	(events + PRIOR_EVENTS * usual) / (expected + PRIOR_EVENTS);

/** Where nobody ever works on a Sunday, a holiday is expected to bring that part of a working day until some are known. */
const LEAST_OF_A_WORKDAY = 0.05;

/**
 * holidayOf gives a holiday's weights: a Sunday's hours for as much as a Sunday brings, a working day's for what it brings beyond. A factor of
 * Sundays alone would expect nothing where Sundays bring nothing, and take a few people at work for an outage.
 */
const holidayOf = (weights: readonly number[], events: number, eventsOfSuchDays: number): number[] => {
	const sunday = dayAt(weights, SUNDAY);
	const workdays = [0, 1, 2, 3, 4].map((weekday) => dayAt(weights, weekday));
	const workday = sunday.map((_, bin) => sumOf(workdays.map((day) => day[bin] ?? 0)) / workdays.length);
	const [ofSunday, ofWorkday] = [sumOf(sunday), sumOf(workday)];
	const usual = Math.max(ofSunday, LEAST_OF_A_WORKDAY * ofWorkday);
	const share = (events + PRIOR_EVENTS) / (eventsOfSuchDays + PRIOR_EVENTS / usual);
	const asSunday = ofSunday > 0 ? Math.min(1, share / ofSunday) : 0;
	const asWorkday = ofWorkday > 0 ? Math.max(0, share - ofSunday) / ofWorkday : 0;
	return sunday.map((weight, bin) => asSunday * weight + asWorkday * (workday[bin] ?? 0));
};

/** profileOf learns the profile of a family: 9-bin circular means, so that a quarter of an hour borrows from the hour around it. */
export const profileOf = ({ ordinary, holiday, bridge, weeks }: Learnt): Profile => {
	if (ordinary.length !== BINS) throw new RangeError(`a week has ${BINS} quarters of an hour`);
	const total = sumOf(ordinary);
	const smoothed = smooth(ordinary);
	const aWeek = Math.max(1, weeks);
	const bridges = bridge.daysByWeekday.reduce(
		(sum, days, weekday) => sum + (days * sumOf(dayAt(ordinary, weekday))) / aWeek,
		0,
	);
	const weights = smoothed.map((count) => (total > 0 ? count / total : 1 / BINS));
	return {
		weights,
		holiday: holidayOf(weights, holiday.events, (holiday.days * total) / aWeek),
		bridgeFactor: shrunk(bridge.events, bridges, 0.6),
	};
};

/** weightAt gives the share of an ordinary week's events expected in a bin of a day of this kind. */
export const weightAt = ({ weights, holiday, bridgeFactor }: Profile, bin: number, kind: DayKind): number => {
	switch (kind) {
		case 'ordinary':
			return weights[bin] ?? 0;
		case 'holiday':
			return holiday[bin % A_DAY] ?? 0;
		case 'bridge':
			return bridgeFactor * (weights[bin] ?? 0);
	}
};
