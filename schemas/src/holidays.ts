const DAY_MS = 86_400_000;

const NATIONAL = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_MONDAY = 50;

/** easterSunday gives Easter of a year as UTC midnight (Gauss's rule in the Gregorian calendar, as completed by Lichtenberg 1997). */
export const easterSunday = (year: number): number => {
	const century = Math.floor(year / 100);
	const sun = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
	const drift = 2 - Math.floor((3 * century + 3) / 4);
	const moon = year % 19;
	const seed = (19 * moon + sun) % 30;
	const correction = Math.floor((seed + Math.floor(moon / 11)) / 29);
	const limit = 21 + seed - correction;
	const sunday = 7 - ((year + Math.floor(year / 4) + drift) % 7);
	return Date.UTC(year, 2, limit + 7 - ((limit - sunday) % 7));
};

const dateOf = (utcMidnight: number): string => new Date(utcMidnight).toISOString().slice(0, 10);

const years = new Map<number, ReadonlySet<string>>();

/** nationalHolidaysOf gives the 11 public holidays of the whole country in a year, as dates. */
export const nationalHolidaysOf = (year: number): ReadonlySet<string> => {
	const known = years.get(year);
	if (known) return known;
	const moving = [EASTER_MONDAY, ASCENSION, WHIT_MONDAY].map((after) => easterSunday(year) + after * DAY_MS);
	const days = new Set([...NATIONAL.map((day) => `${year}-${day}`), ...moving.map(dateOf)]);
	years.set(year, days);
	return days;
};

/** isWorkingDay tells whether a date (UTC midnight of it) is Monday to Friday and no public holiday of the whole country. */
const isWorkingDay = (utcMidnight: number): boolean => {
	const date = new Date(utcMidnight);
	const isWeekend = date.getUTCDay() % 6 === 0;
	return !isWeekend && !nationalHolidaysOf(date.getUTCFullYear()).has(dateOf(utcMidnight));
};

/** addWorkingDays gives the date so many working days after a date: the day itself does not count. */
export const addWorkingDays = (date: string, days: number): string => {
	let at = Date.parse(`${date}T00:00:00Z`);
	for (let left = days; left > 0; ) {
		at += DAY_MS;
		if (isWorkingDay(at)) left -= 1;
	}
	return dateOf(at);
};

/** workingDaysBetween counts the working days after a date, up to another and with it: 0 within one day, what `addWorkingDays` undoes. */
export const workingDaysBetween = (from: string, to: string): number => {
	let count = 0;
	const end = Date.parse(`${to}T00:00:00Z`);
	for (let at = Date.parse(`${from}T00:00:00Z`) + DAY_MS; at <= end; at += DAY_MS)
		if (isWorkingDay(at)) count += 1;
	return count;
};
