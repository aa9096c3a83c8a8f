import { easterSunday, nationalHolidaysOf } from '@vigie/schemas/holidays';

const DAY_MS = 86_400_000;

/** Holidays that only part of the country has, besides the eleven national ones. */
export type Place =
	| 'metropole'
	| 'alsace-moselle'
	| 'guadeloupe'
	| 'martinique'
	| 'guyane'
	| 'la-reunion'
	| 'mayotte';

/** DayKind decides which profile a day follows. */
export type DayKind = 'ordinary' | 'holiday' | 'bridge';

const GOOD_FRIDAY = -2;

/** Days of the abolition of slavery, and what Alsace and Moselle kept from 1892. */
const LOCAL: Record<Place, { readonly fixed: readonly string[]; readonly easter: readonly number[] }> = {
	metropole: { fixed: [], easter: [] },
	'alsace-moselle': { fixed: ['12-26'], easter: [GOOD_FRIDAY] },
	guadeloupe: { fixed: ['05-27'], easter: [] },
	martinique: { fixed: ['05-22'], easter: [] },
	guyane: { fixed: ['06-10'], easter: [] },
	'la-reunion': { fixed: ['12-20'], easter: [] },
	mayotte: { fixed: ['04-27'], easter: [] },
};

const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const known = new Map<string, ReadonlySet<string>>();

/** holidaysOf gives the public holidays of a year in a place, as dates: the 11 national ones and its own. */
export const holidaysOf = (year: number, place: Place): ReadonlySet<string> => {
	const key = `${place}/${year}`;
	const before = known.get(key);
	if (before) return before;
	const { fixed, easter } = LOCAL[place];
	const days = new Set([
		...nationalHolidaysOf(year),
		...fixed.map((day) => `${year}-${day}`),
		...easter.map((after) => textOf(easterSunday(year) + after * DAY_MS)),
	]);
	known.set(key, days);
	return days;
};

const isHoliday = (ms: number, place: Place): boolean =>
	holidaysOf(new Date(ms).getUTCFullYear(), place).has(textOf(ms));

/** dayKindOf tells whether a date is a public holiday, a bridge (a Friday after one, a Monday before one) or an ordinary day. */
export const dayKindOf = (date: string, place: Place): DayKind => {
	const ms = Date.parse(`${date}T00:00:00Z`);
	if (isHoliday(ms, place)) return 'holiday';
	const weekday = new Date(ms).getUTCDay();
	const isBridge =
		(weekday === 5 && isHoliday(ms - DAY_MS, place)) || (weekday === 1 && isHoliday(ms + DAY_MS, place));
	return isBridge ? 'bridge' : 'ordinary';
};

/** holidayShareOf gives the share of a week's five working days that are holidays; `monday` is the week's first date. */
export const holidayShareOf = (monday: string, place: Place): number => {
	const start = Date.parse(`${monday}T00:00:00Z`);
	const off = [0, 1, 2, 3, 4].filter((day) => isHoliday(start + day * DAY_MS, place));
	return off.length / 5;
};
