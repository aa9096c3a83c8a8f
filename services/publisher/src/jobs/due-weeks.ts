import { addWeeks, weekBounds, weekOf } from '@vigie/schemas/calendar';

const HOUR_MS = 60 * 60_000;

// A week ends on Sunday at 24:00 in Paris; Tuesday 06:00 is 30 hours later, whatever the clocks do: no change falls on a Monday.
const GRACE_MS = 30 * HOUR_MS;

/** releaseInstant is when a week is due to be closed and published: the Tuesday after it, 06:00 in Paris. */
export const releaseInstant = (week: string): Date => new Date(weekBounds(week).end.getTime() + GRACE_MS);

/**
 * dueWeeks lists, in order, the weeks to close: after the last closed one, from the week in which the world began, to the last
 * whose release instant has passed.
 */
export const dueWeeks = (now: Date, since: Date, lastClosed: string | null): readonly string[] => {
	const due: string[] = [];
	const began = weekOf(since);
	const next = lastClosed === null ? began : addWeeks(lastClosed, 1);
	let week = [began, next].sort().at(-1) ?? began;
	for (; releaseInstant(week) <= now; week = addWeeks(week, 1)) due.push(week);
	return due;
};
