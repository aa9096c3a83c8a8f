import { z } from 'zod';
import { Slot } from './admitted-event.js';
import { PublishedSignal } from './signal.js';

/** MOST_SIGNALS is how many signals one answer gives, the strongest first. */
export const MOST_SIGNALS = 200;

/**
 * WeeklySignal is a signal of closed weeks as everyone may read it: words, a level, a band, never a number. Numbers are in the releases; what a verdict
 * says of its repair is told by the report.
 */
export const WeeklySignal = PublishedSignal.omit({ contract: true, world: true, repair: true }).extend({
	family: PublishedSignal.shape.family.exclude(['outage']),
});
export type WeeklySignal = z.infer<typeof WeeklySignal>;

/** WeeklySignals are those that stand, and those closed in the last eight weeks (`GET /v1/signals?family&platform`). */
export const WeeklySignals = z.strictObject({
	world: PublishedSignal.shape.world,
	/** When closed weeks were last judged; null before the first time. */
	asOf: Slot.nullable(),
	/** Standing ones first, strongest first; at most 200. */
	signals: z.array(WeeklySignal).max(MOST_SIGNALS),
});
export type WeeklySignals = z.infer<typeof WeeklySignals>;

/** SignalFilter is what may be asked of them. */
export const SignalFilter = z.strictObject({
	family: WeeklySignal.shape.family.optional(),
	platform: WeeklySignal.shape.coordinates.shape.platform.optional(),
});
export type SignalFilter = z.infer<typeof SignalFilter>;
