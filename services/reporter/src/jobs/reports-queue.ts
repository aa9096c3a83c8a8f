/** REPORTS_QUEUE is the queue of what the reporter does by the clock and of what it sends. */
export const REPORTS_QUEUE = 'reports';

/** queuePrefix is the namespace of the queue in Redis, under the prefix that isolates a test. */
export const queuePrefix = (prefix: string): string => `${prefix}vigie`;

/** TICK asks each minute what is due; SEND sends one message. */
export const TICK = 'tick';
export const SEND = 'send';

/** Tries of one message: with half a minute before the second and twice as long each time, a day and a half. */
export const TRIES = 13;
