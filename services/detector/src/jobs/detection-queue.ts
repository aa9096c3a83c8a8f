import { Slot } from '@vigie/schemas/admitted-event';
import { z } from 'zod';

/** DETECTION_QUEUE is the queue of what the detector does; one job at a time in the whole stack. */
export const DETECTION_QUEUE = 'detection';

/** queuePrefix is the namespace of the queue in Redis, under the prefix that isolates a test. */
export const queuePrefix = (prefix: string): string => `${prefix}vigie`;

/** TICK asks the clock, each minute, which run is due; WATCH_OUTAGES runs for one quarter of an hour. */
export const TICK = 'tick';
export const WATCH_OUTAGES = 'watch-outages';

/** JUDGE_WEEKS judges the closed weeks that were not, then the repairs in their light: asked for every few seconds, and again at once while some are left. */
export const JUDGE_WEEKS = 'judge-weeks';

/** WatchJob asks for a run that judges everything up to the end of a quarter of an hour. */
export const WatchJob = z.strictObject({ slot: Slot });
export type WatchJob = z.infer<typeof WatchJob>;
