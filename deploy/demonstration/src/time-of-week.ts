import { weekBounds } from '@vigie/schemas/calendar';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { createPicker, type Random } from './random.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** easterSunday gives Easter as days since 1 March (Meeus, Jones and Butcher). */
const easterSunday = (year: number): Date => {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const month = Math.floor((h + l - 7 * m + 114) / 31);
	return new Date(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1));
};

const publicHolidays = (year: number): ReadonlySet<string> => {
	const easter = easterSunday(year).getTime();
	const moving = [1, 39, 50].map((days) => new Date(easter + days * DAY_MS).toISOString().slice(0, 10));
	const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
	return new Set([...moving, ...fixed.map((day) => `${year}-${day}`)]);
};

const dayWeights = [1.05, 1.25, 1.0, 1.05, 0.75, 0.04, 0];
const hourOfDay = createPicker({ 9: 11, 10: 14, 11: 13, 12: 5, 13: 6, 14: 14, 15: 13, 16: 11, 17: 6 });

/** utcOffsetMinutes tells how far a zone without summer time is ahead of UTC; null for Paris time, which the week itself knows. */
const utcOffsetMinutes = (timeZone: string): number | null => {
	if (timeZone === 'Europe/Paris') return null;
	const noon = new Date('2026-01-01T12:00:00Z');
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	const [hours = 12, minutes = 0] = format.format(noon).split(':').map(Number);
	return (hours - 12) * 60 + minutes;
};

const offsets = new Map<string, number | null>(
	departements.map(({ code, timeZone }): [string, number | null] => [code, utcOffsetMinutes(timeZone)]),
);

/** localDates gives the seven calendar dates of a week, Monday first, as `2026-11-16`. */
export const localDates = (week: string): readonly string[] => {
	const monday = new Date(weekBounds(week).start.getTime() + DAY_MS / 2).getTime();
	return Array.from({ length: 7 }, (_, day) => new Date(monday + day * DAY_MS).toISOString().slice(0, 10));
};

/** createMoments prepares the draw of reception instants in a week, office hours of the département's own time. */
export const createMoments = (week: string) => {
	const { start } = weekBounds(week);
	const parisOffsetMinutes = 24 * 60 - (start.getUTCHours() * 60 + start.getUTCMinutes());
	const dates = localDates(week);
	const weights: Record<string, number> = {};
	dates.forEach((date, day) => {
		const holiday = publicHolidays(Number(date.slice(0, 4))).has(date);
		// Two bridge days: the Friday after a holiday Thursday is half empty.
		weights[day] = (dayWeights[day] ?? 0) * (holiday ? 0.02 : 1);
	});
	const pickDay = createPicker(weights);
	const openDays = Object.values(weights).reduce((sum, weight) => sum + weight, 0) / 5.14;
	return {
		/** at gives the instant of a Paris hour (with its fraction) of a date of the week. */
		at: (date: string, hour: number): number =>
			start.getTime() + dates.indexOf(date) * DAY_MS + hour * 60 * MINUTE_MS,
		/** Share of a full week's work that this week holds: less with public holidays. */
		openShare: openDays,
		/** draw gives an instant in milliseconds, in the office hours of a département. */
		draw: (random: Random, departement: string): number => {
			const offsetMinutes = offsets.get(departement) ?? null;
			const minutes = Number(hourOfDay(random)) * 60 + Math.floor(random.uniform() * 60);
			const shift = offsetMinutes === null ? 0 : parisOffsetMinutes - offsetMinutes;
			return start.getTime() + Number(pickDay(random)) * DAY_MS + (minutes + shift) * MINUTE_MS;
		},
	};
};
