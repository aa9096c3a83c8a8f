import { dueWeeks } from '@vigie/publisher/jobs/due-weeks';
import { releaseInstant, weekBounds } from '@vigie/schemas/calendar';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

const MINUTE_MS = 60_000;

/** Readable gives, at an instant, all that can be read of a week: a text that changes when any count of it does; null when nothing can be. */
export type Readable = (at: Date, week: string) => string | null;

/** byTheClock is what the publisher lets out: a week is closed when its release is due, never before. */
export const byTheClock: Readable = (at, week) =>
	dueWeeks(at, weekBounds(week).start, null).includes(week) ? 'published' : null;

/** polling reads every minute of a week until its release and counts how often anything changed. */
export const polling = (week: string, readable: Readable = byTheClock): AttackResult => {
	let [changes, minutes] = [0, 0];
	let last: string | null = null;
	const { start } = weekBounds(week);
	for (let at = start.getTime(); at < releaseInstant(week).getTime(); at += MINUTE_MS) {
		const now = readable(new Date(at), week);
		if (now !== last) changes += 1;
		last = now;
		minutes += 1;
	}
	const score = changes / minutes;
	return resultOf({ score, baseline: 0, interval: exactInterval(changes, minutes), trials: minutes }, 0, {
		changes,
	});
};
