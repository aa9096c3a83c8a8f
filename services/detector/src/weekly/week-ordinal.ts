import { weekBounds, weekOf } from '@vigie/schemas/calendar';

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

// A run asks of the same few weeks for each of its thousands of series.
const ordinals = new Map<string, number>();
const weeks = new Map<number, string>();

/** ordinalOf numbers weeks without a gap over the years, so that they can be counted. */
export const ordinalOf = (week: string): number => {
	const ordinal = ordinals.get(week) ?? Math.round(weekBounds(week).start.getTime() / WEEK_MS);
	ordinals.set(week, ordinal);
	return ordinal;
};

/** weekAt is the inverse of ordinalOf. */
export const weekAt = (ordinal: number): string => {
	const week = weeks.get(ordinal) ?? weekOf(new Date((ordinal - 1) * WEEK_MS + 4.5 * DAY_MS));
	weeks.set(ordinal, week);
	return week;
};
