import { language } from '@vigie/dashboard-ui/language';

const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
// Times are those of the worker's own clock: overseas it is not Paris's.
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** French says "1er décembre"; Intl says it only in some of its formats. */
const firstOf = (text: string): string => (language === 'fr' ? text.replace(/(^|\s)1\s/, '$11er ') : text);

/** timeOf writes an instant as "14 h 02" (or "14:02"). */
export const timeOf = (ms: number): string =>
	language === 'fr' ? clock.format(ms).replace(':', '\u00a0h\u00a0') : clock.format(ms);

/** dayOf writes an instant's day as "10 novembre". */
export const dayOf = (ms: number): string => firstOf(date.format(ms));

/** weekdayOf writes an instant's day as "mardi 24 novembre". */
export const weekdayOf = (ms: number): string => firstOf(weekday.format(ms));

/** isSameDay tells whether two instants fall on one day of the worker's calendar. */
export const isSameDay = (a: number, b: number): boolean =>
	new Date(a).toDateString() === new Date(b).toDateString();
