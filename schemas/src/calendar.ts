/**
 * The calendar of publication: quarter-hour slot -> ISO week in Europe/Paris -> "month" of 4, 4 or 5 whole weeks -> quarter.
 * Levels nest, so that comparing two of them reveals nothing (a 53rd week joins the last month and the last quarter).
 */
const SLOT_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKS_PER_QUARTER = 13;

const parisTime = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Paris',
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
});

/** parisOffsetMs tells how far Paris local time is ahead of UTC at that instant. */
const parisOffsetMs = (at: Date): number => {
	const part = Object.fromEntries(
		parisTime.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
	);
	const local = Date.UTC(
		part.year ?? 0,
		(part.month ?? 1) - 1,
		part.day,
		part.hour,
		part.minute,
		part.second,
	);
	return local - Math.floor(at.getTime() / 1000) * 1000;
};

const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** slotOf floors an instant to its quarter of an hour, as `2026-11-10T13:15:00Z`. */
export const slotOf = (at: Date): string => isoSeconds(Math.floor(at.getTime() / SLOT_MS) * SLOT_MS);

/** hourOf floors an instant to its hour, as `2026-11-10T13:00:00Z`. */
export const hourOf = (at: Date): string => isoSeconds(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);

/** mondayOfFirstWeek gives the Monday (as UTC midnight of that date) of ISO week 1: the week that holds 4 January. */
const mondayOfFirstWeek = (isoYear: number): number => {
	const fourth = Date.UTC(isoYear, 0, 4);
	return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
};

/** weeksInYear is 53 for the ISO years that have a 53rd week (2026 is one), else 52. */
export const weeksInYear = (isoYear: number): number =>
	Math.round((mondayOfFirstWeek(isoYear + 1) - mondayOfFirstWeek(isoYear)) / (7 * DAY_MS));

const pad = (value: number): string => String(value).padStart(2, '0');

/** formatWeek writes `2026-W46`. */
const formatWeek = (isoYear: number, week: number): string => `${isoYear}-W${pad(week)}`;

const splitWeek = (week: string): { isoYear: number; number: number } => {
	const match = /^(\d{4})-W(\d{2})$/.exec(week);
	const isoYear = Number(match?.[1]);
	const number = Number(match?.[2]);
	if (!match || number < 1 || number > weeksInYear(isoYear))
		throw new RangeError('not an ISO week (YYYY-Www)');
	return { isoYear, number };
};

/** isWeek tells whether a text is an ISO week that exists. */
export const isWeek = (text: string): boolean => {
	const match = /^(\d{4})-W(\d{2})$/.exec(text);
	if (!match) return false;
	const number = Number(match[2]);
	return number >= 1 && number <= weeksInYear(Number(match[1]));
};

/** weekOf gives the ISO week (Europe/Paris) of an instant, as `2026-W46`. */
export const weekOf = (at: Date): string => {
	const local = new Date(at.getTime() + parisOffsetMs(at));
	const day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
	const thursday = new Date(day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS);
	const isoYear = thursday.getUTCFullYear();
	return formatWeek(
		isoYear,
		Math.floor((thursday.getTime() - mondayOfFirstWeek(isoYear)) / (7 * DAY_MS)) + 1,
	);
};

/** parisDateOf gives the date in Paris of an instant, as `2026-11-10`. */
export const parisDateOf = (at: Date): string =>
	new Date(at.getTime() + parisOffsetMs(at)).toISOString().slice(0, 10);

const slotWeeks = new Map<string, string>();

/** weekOfSlot gives the week of a receivedSlot; remembered by slot, for the hot paths call it for every event. */
export const weekOfSlot = (slot: string): string => {
	const known = slotWeeks.get(slot);
	if (known !== undefined) return known;
	if (slotWeeks.size > 50_000) slotWeeks.clear();
	const week = weekOf(new Date(slot));
	slotWeeks.set(slot, week);
	return week;
};

const parisMidnight = (utcMidnight: number): Date => {
	const guess = new Date(utcMidnight - parisOffsetMs(new Date(utcMidnight)));
	return new Date(utcMidnight - parisOffsetMs(guess));
};

/** weekBounds gives the half-open window [start, end) of a week: Monday 00:00 to Monday 00:00, Paris time. */
export const weekBounds = (week: string): { start: Date; end: Date } => {
	const { isoYear, number } = splitWeek(week);
	const monday = mondayOfFirstWeek(isoYear) + (number - 1) * 7 * DAY_MS;
	return { start: parisMidnight(monday), end: parisMidnight(monday + 7 * DAY_MS) };
};

// A week ends on Sunday at 24:00 in Paris; Tuesday 06:00 is 30 hours later, whatever the clocks do: no change falls on a Monday.
const GRACE_MS = 30 * HOUR_MS;

/** releaseInstant is when a week is due to be closed and published: the Tuesday after it, 06:00 in Paris. */
export const releaseInstant = (week: string): Date => new Date(weekBounds(week).end.getTime() + GRACE_MS);

// What was admitted a moment before the limit is still on its way to the log; an hour later it is not any more.
const ON_ITS_WAY_MS = HOUR_MS;

/**
 * revisionLimit is until when a revision of a week's event still counts in it: Tuesday 05:00 in Paris, an hour before the release, so that
 * the release holds all of what was received before the limit, whenever and wherever it is computed.
 */
export const revisionLimit = (week: string): Date => new Date(releaseInstant(week).getTime() - ON_ITS_WAY_MS);

/** addWeeks moves a week forward (or back, with a negative count). */
export const addWeeks = (week: string, count: number): string => {
	const { isoYear, number } = splitWeek(week);
	return weekOf(new Date(mondayOfFirstWeek(isoYear) + (number - 1 + count) * 7 * DAY_MS + 12 * HOUR_MS));
};

/** weekNumber writes a week as the integer 202646: the partition of `private.events`. */
export const weekNumber = (week: string): number => {
	const { isoYear, number } = splitWeek(week);
	return isoYear * 100 + number;
};

/** monthOfWeek gives the publication "month" (4, 4 or 5 whole weeks) of a week, as `2026-M11`. */
export const monthOfWeek = (week: string): string => {
	const { isoYear, number } = splitWeek(week);
	const quarter = Math.min(4, Math.ceil(number / WEEKS_PER_QUARTER));
	const weekInQuarter = number - (quarter - 1) * WEEKS_PER_QUARTER;
	const monthInQuarter = weekInQuarter <= 4 ? 1 : weekInQuarter <= 8 ? 2 : 3;
	return `${isoYear}-M${pad((quarter - 1) * 3 + monthInQuarter)}`;
};

/** quarterOfWeek gives the publication quarter (13 weeks, 14 with a 53rd) of a week, as `2026-Q4`. */
export const quarterOfWeek = (week: string): string => {
	const { isoYear, number } = splitWeek(week);
	return `${isoYear}-Q${Math.min(4, Math.ceil(number / WEEKS_PER_QUARTER))}`;
};

/** weeksOfPeriod lists, in order, the weeks of a week, month or quarter identifier. */
export const weeksOfPeriod = (period: string): readonly string[] => {
	if (isWeek(period)) return [period];
	const isoYear = Number(period.slice(0, 4));
	const all = Array.from({ length: weeksInYear(isoYear) }, (_, index) => formatWeek(isoYear, index + 1));
	return all.filter((week) => monthOfWeek(week) === period || quarterOfWeek(week) === period);
};

/** isLastWeekOf tells whether closing this week completes the period. */
export const isLastWeekOf = (week: string, period: string): boolean => weeksOfPeriod(period).at(-1) === week;
