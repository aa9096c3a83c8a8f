import { addWeeks, slotOf, weekBounds, weekOfSlot } from '@vigie/schemas/calendar';
import { nationalHolidaysOf } from '@vigie/schemas/holidays';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const OPENS_AT = 8;
const CLOSES_AT = 19;
const WORKING_DAYS = 5;
const isHoliday = (utcMidnight: number): boolean => {
	const date = new Date(utcMidnight);
	return nationalHolidaysOf(date.getUTCFullYear()).has(date.toISOString().slice(0, 10));
};

type Window = readonly [opens: number, closes: number];

const windows = new Map<string, readonly Window[]>();

/** windowsOf gives the open hours of a week. Paris changes its clocks on Sundays: from Monday to Friday a day lasts 24 hours. */
const windowsOf = (week: string): readonly Window[] => {
	const known = windows.get(week);
	if (known) return known;
	const monday = weekBounds(week).start.getTime();
	const days = Array.from({ length: WORKING_DAYS }, (_, day) => monday + day * DAY_MS);
	// Noon in Paris is the same date in UTC.
	const open = days
		.filter((day) => !isHoliday(Math.floor((day + DAY_MS / 2) / DAY_MS) * DAY_MS))
		.map((day): Window => [day + OPENS_AT * HOUR_MS, day + CLOSES_AT * HOUR_MS]);
	if (windows.size > 500) windows.clear();
	windows.set(week, open);
	return open;
};

/** Elapsed measures the time between two instants (ms) in the hours that count. */
export type Elapsed = (fromMs: number, toMs: number) => number;

/** allHours counts every hour: machines do not sleep. */
export const allHours: Elapsed = (fromMs, toMs) => Math.max(0, toMs - fromMs);

/** officeHours counts Monday to Friday from 8:00 to 19:00 in Paris, public holidays of the whole country left out. */
export const officeHours: Elapsed = (fromMs, toMs) => {
	let elapsed = 0;
	let week = weekOfSlot(slotOf(new Date(fromMs)));
	while (weekBounds(week).start.getTime() < toMs) {
		for (const [opens, closes] of windowsOf(week))
			elapsed += Math.max(0, Math.min(closes, toMs) - Math.max(opens, fromMs));
		week = addWeeks(week, 1);
	}
	return elapsed;
};
