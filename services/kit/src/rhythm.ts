import { z } from 'zod';
import type { Elapsed } from './office-hours.js';

/** Rhythm is what is known of a party's past: its last sign (ms), and the intervals before it (ms of the hours that count). */
export const Rhythm = z
	.object({ lastMs: z.number(), intervalsMs: z.array(z.number()).readonly() })
	.readonly();
export type Rhythm = z.infer<typeof Rhythm>;

/** Measure says how a kind of party is listened to. */
export interface Measure {
	/** Signs within one step are one: 15 s for a consumer, a slot for a source. Nothing finer is remembered. */
	readonly stepMs: number;
	/** The hours that count. */
	readonly elapsed: Elapsed;
	/** How many intervals make a past. With fewer nothing is expected of it; with 0, one step is, from the first moment on. */
	readonly enough: number;
}

const REMEMBERED = 20;
const FACTOR = 2;

const stepOf = (atMs: number, { stepMs }: Measure): number => Math.floor(atMs / stepMs) * stepMs;

/** beginAt is a party that gave its first sign, or that is expected to. */
export const beginAt = (atMs: number, measure: Measure): Rhythm => ({
	lastMs: stepOf(atMs, measure),
	intervalsMs: [],
});

/** usualOf gives the usual interval of a party: the longest of its last 20; null while it has no past. */
export const usualOf = ({ intervalsMs }: Rhythm, { stepMs, enough }: Measure): number | null =>
	intervalsMs.length < enough ? null : Math.max(stepMs, ...intervalsMs);

/**
 * heardAt adds a sign. An interval of which an alarm was raised is learnt as twice the usual one and no more: an outage is no
 * habit, and a habit that changes is learnt in a few alarms.
 */
export const heardAt = (rhythm: Rhythm, atMs: number, measure: Measure): Rhythm => {
	const lastMs = stepOf(atMs, measure);
	if (lastMs <= rhythm.lastMs) return rhythm;
	const interval = measure.elapsed(rhythm.lastMs, lastMs);
	// Two signs of one night are no interval.
	if (interval < measure.stepMs) return { ...rhythm, lastMs };
	const usual = usualOf(rhythm, measure);
	const learnt = usual === null ? interval : Math.min(interval, FACTOR * usual);
	return { lastMs, intervalsMs: [...rhythm.intervalsMs, learnt].slice(-REMEMBERED) };
};

/** isQuiet tells whether a party has been silent, or will have been `aheadMs` from now, for twice its usual interval. */
export const isQuiet = (rhythm: Rhythm, nowMs: number, measure: Measure, aheadMs = 0): boolean => {
	const usual = usualOf(rhythm, measure);
	return usual !== null && measure.elapsed(rhythm.lastMs, nowMs) + aheadMs > FACTOR * usual;
};
