import { addWeeks, releaseInstant, weekOf } from '@vigie/schemas/calendar';

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
