import { FRANCE } from '@vigie/schemas/signal';
import { SLOT_MS } from '../statistics/outage/local-time.js';
import { weightAt } from '../statistics/outage/profile.js';
import type { Knowledge } from './learn.js';
import { type Zone, zoneOf } from './places.js';
import { type Moment, momentsOf } from './time-table.js';

/** Today is a territory's day so far, or what is left of it since an outage ended: the share of a usual week expected in each of its quarters of an hour. */
export interface Today {
	/** 04:00 local, or the end of the last outage. */
	readonly startMs: number;
	readonly weights: readonly number[];
}

// A day of 25 hours, when clocks go back.
const LONGEST_DAY = 100;

const soFar = (zone: Zone, untilMs: number): readonly Moment[] => {
	const moments = momentsOf(zone, untilMs - LONGEST_DAY * SLOT_MS, untilMs);
	const day = moments.at(-1)?.day;
	return moments.filter((moment) => moment.day === day);
};

/** todayIn gives the day of France or of a région (INSEE code) up to the end of a quarter of an hour. */
export const todayIn = (territory: string, untilMs: number, { profile, shares }: Knowledge): Today => {
	const day = soFar(zoneOf(territory), untilMs);
	const startMs = untilMs - day.length * SLOT_MS;
	const weightsIn = (moments: readonly Moment[]): number[] =>
		moments.map(({ bin, kind }) => weightAt(profile, bin, kind));
	if (territory !== FRANCE) return { startMs, weights: weightsIn(day) };
	const mix = shares.map(({ zone, share }) => ({
		share,
		weights: weightsIn(momentsOf(zone, startMs, untilMs)),
	}));
	return {
		startMs,
		weights: day.map((_, slot) =>
			mix.reduce((sum, { share, weights }) => sum + share * (weights[slot] ?? 0), 0),
		),
	};
};

/** todaySince leaves out of a day what came before an instant: an outage that is over must not open again by its own reports. */
export const todaySince = ({ startMs, weights }: Today, sinceMs: number): Today => {
	const gone = Math.max(0, Math.ceil((sinceMs - startMs) / SLOT_MS));
	return { startMs: startMs + gone * SLOT_MS, weights: weights.slice(gone) };
};
