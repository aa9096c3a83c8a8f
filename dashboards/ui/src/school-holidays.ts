import type { Language } from './language.js';

/** SchoolHoliday is a break of schools, from its first Saturday to the day of return; winter and spring from the first zone to the last. */
export interface SchoolHoliday {
	readonly name: Readonly<Record<Language, string>>;
	readonly start: string;
	readonly end: string;
}

const AUTUMN = { fr: 'Toussaint', en: 'Autumn' } as const;
const CHRISTMAS = { fr: 'Noël', en: 'Christmas' } as const;
const WINTER = { fr: 'Hiver', en: 'Winter' } as const;
const SPRING = { fr: 'Printemps', en: 'Spring' } as const;
const SUMMER = { fr: 'Été', en: 'Summer' } as const;

/** schoolHolidays lists those of mainland France, for a chart to show when fewer people are at work. Source: the ministry's calendars, 2024-2025 to 2026-2027. */
// biome-ignore format: one holiday a line, to be read as a table
export const schoolHolidays: readonly SchoolHoliday[] = [
	{ name: AUTUMN, start: '2024-10-19', end: '2024-11-04' },
	{ name: CHRISTMAS, start: '2024-12-21', end: '2025-01-06' },
	{ name: WINTER, start: '2025-02-08', end: '2025-03-10' },
	{ name: SPRING, start: '2025-04-05', end: '2025-05-05' },
	{ name: SUMMER, start: '2025-07-05', end: '2025-09-01' },
	{ name: AUTUMN, start: '2025-10-18', end: '2025-11-03' },
	{ name: CHRISTMAS, start: '2025-12-20', end: '2026-01-05' },
	{ name: WINTER, start: '2026-02-07', end: '2026-03-09' },
	{ name: SPRING, start: '2026-04-04', end: '2026-05-04' },
	{ name: SUMMER, start: '2026-07-04', end: '2026-09-01' },
	{ name: AUTUMN, start: '2026-10-17', end: '2026-11-02' },
	{ name: CHRISTMAS, start: '2026-12-19', end: '2027-01-04' },
];
