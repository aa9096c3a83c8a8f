import { weekBounds } from '@vigie/schemas/calendar';
import { type Language, language } from './language.js';

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;
const PARIS = 'Europe/Paris';
const LAST_INSTANT_MS = 1000;

/** Formats writes numbers and dates in one language. */
export interface Formats {
	/** count: 1240 -> "1 240". */
	readonly count: (value: number) => string;
	/** percent: 0.31 -> "31 %". */
	readonly percent: (share: number) => string;
	/** change: 0.4 -> "+40 %", -0.02 -> "-2 %". */
	readonly change: (share: number) => string;
	/** times: 2.31 -> "2,3". */
	readonly times: (ratio: number) => string;
	/** day: "16 novembre"; with its year when asked: "16 novembre 2026". */
	readonly day: (at: Date, withYear?: boolean) => string;
	/** weekday: "mardi 24 novembre". */
	readonly weekday: (at: Date) => string;
	/** time: "14 h 02". */
	readonly time: (at: Date) => string;
	/** week: 2026-W46 -> "semaine du 9 novembre". */
	readonly week: (week: string) => string;
	/** range: from the first day to the last, whose `end` is excluded: "16 au 22 novembre 2026". */
	readonly range: (start: Date, end: Date) => string;
	/** list: "a, b et c". */
	readonly list: (items: readonly string[]) => string;
}

/** In French the first of a month is an ordinal, which Intl does not write. */
const withFirst = (text: string): string => text.replace(/(^|\s)1(?=\s\p{Ll})/gu, '$11er');
const asIs = (text: string): string => text;

/** formatsIn makes the formats of a language; all in Paris time, like the calendar of publication. */
export const formatsIn = (lang: Language): Formats => {
	const locale = LOCALES[lang];
	const ordinal = lang === 'fr' ? withFirst : asIs;
	const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
	const changes = new Intl.NumberFormat(locale, {
		style: 'percent',
		maximumFractionDigits: 0,
		signDisplay: 'exceptZero',
	});
	const ratios = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	const dayOf = (options: Intl.DateTimeFormatOptions) => {
		const formatter = new Intl.DateTimeFormat(locale, { timeZone: PARIS, ...options });
		return (at: Date) => ordinal(formatter.format(at));
	};
	const short = dayOf({ day: 'numeric', month: 'long' });
	const full = dayOf({ day: 'numeric', month: 'long', year: 'numeric' });
	const weekday = dayOf({ weekday: 'long', day: 'numeric', month: 'long' });
	const clock = dayOf({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
	const parts = (at: Date) => full(at).split(' ');

	const range = (start: Date, end: Date): string => {
		const last = new Date(end.getTime() - LAST_INSTANT_MS);
		const [day, month, year] = parts(start);
		const [, lastMonth, lastYear] = parts(last);
		const between = lang === 'fr' ? ' au ' : ' to ';
		if (year !== lastYear) return `${full(start)}${between}${full(last)}`;
		return `${month === lastMonth ? day : short(start)}${between}${full(last)}`;
	};

	return {
		count: (value) => numbers.format(value),
		percent: (share) => shares.format(share),
		change: (share) => changes.format(share),
		times: (ratio) => ratios.format(ratio),
		day: (at, withYear = false) => (withYear ? full(at) : short(at)),
		weekday,
		time: (at) => (lang === 'fr' ? clock(at).replace(':', ' h ') : clock(at)),
		week: (week) => `${lang === 'fr' ? 'semaine du' : 'week of'} ${short(weekBounds(week).start)}`,
		range,
		list: (items) => lists.format(items),
	};
};

/** formats writes in the language of the page. */
export const formats: Formats = formatsIn(language);
