import { addWeeks, slotOf, weekBounds, weekOfSlot } from '@vigie/schemas/calendar';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const OPENS_AT = 8;
const CLOSES_AT = 19;
const WORKING_DAYS = 5;
/** Month and day of the public holidays that never move. */
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Days after Easter Sunday of those that do: Easter Monday, Ascension, Whit Monday. */
const afterEaster = [1, 39, 50];

/** easterOf gives Easter Sunday of a year as UTC midnight of that date (Oudin's algorithm, Gregorian calendar). */
const easterOf = (year: number): number => {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const moon =
		(century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
	const full =
		moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
	const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
	const days = full - weekday;
	const month = 3 + Math.floor((days + 40) / 44);
	return Date.UTC(year, month - 1, days + 28 - 31 * Math.floor(month / 4));
};

const isHoliday = (utcMidnight: number): boolean => {
	const date = new Date(utcMidnight);
	if (fixed.includes(date.toISOString().slice(5, 10))) return true;
	return afterEaster.includes((utcMidnight - easterOf(date.getUTCFullYear())) / DAY_MS);
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
