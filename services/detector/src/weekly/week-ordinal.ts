import { weekBounds, weekOf } from '@vigie/schemas/calendar';

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

/** ordinalOf numbers weeks without a gap over the years, so that they can be counted. */
export const ordinalOf = (week: string): number => Math.round(weekBounds(week).start.getTime() / WEEK_MS);

/** weekAt is the inverse of ordinalOf. */
export const weekAt = (ordinal: number): string => weekOf(new Date((ordinal - 1) * WEEK_MS + 4.5 * DAY_MS));
