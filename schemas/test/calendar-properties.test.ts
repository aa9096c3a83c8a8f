import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	addWeeks,
	monthOfWeek,
	quarterOfWeek,
	slotOf,
	weekBounds,
	weekNumber,
	weekOf,
	weekOfSlot,
	weeksInYear,
	weeksOfPeriod,
} from '../src/calendar.js';

const pad = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 2000, max: 2099 });
const week = year.chain((isoYear) =>
	fc.integer({ min: 1, max: weeksInYear(isoYear) }).map((number) => `${isoYear}-W${pad(number)}`),
);
const instant = fc.date({ min: new Date('2000-01-04'), max: new Date('2099-12-20'), noInvalidDate: true });

const weeksOf = (isoYear: number): string[] =>
	Array.from({ length: weeksInYear(isoYear) }, (_, index) => `${isoYear}-W${pad(index + 1)}`);

it('the bounds of a week hold exactly that week', () => {
	fc.assert(
		fc.property(week, (name) => {
			const { start, end } = weekBounds(name);
			expect(weekOf(start)).toBe(name);
			expect(weekOf(new Date(end.getTime() - 1))).toBe(name);
			expect(weekOf(end)).toBe(addWeeks(name, 1));
			expect(weekBounds(addWeeks(name, 1)).start).toEqual(end);
		}),
	);
});

it('every instant is within the bounds of its week', () => {
	fc.assert(
		fc.property(instant, (at) => {
			const { start, end } = weekBounds(weekOf(at));
			expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
			expect(at.getTime()).toBeLessThan(end.getTime());
		}),
	);
});

it('a slot is never in another week than the instant it was made of', () => {
	fc.assert(
		fc.property(instant, (at) => {
			expect(weekOfSlot(slotOf(at))).toBe(weekOf(at));
		}),
	);
});

it('adding weeks is undone by taking them away, and keeps their order', () => {
	fc.assert(
		fc.property(week, fc.integer({ min: 1, max: 300 }), (name, count) => {
			const later = addWeeks(name, count);
			expect(addWeeks(later, -count)).toBe(name);
			expect(weekNumber(later)).toBeGreaterThan(weekNumber(name));
			expect(later > name).toBe(true);
		}),
	);
});

it('months have 4, 4 and 5 weeks, the last of a year of 53 has 6, and they make up the year in order', () => {
	fc.assert(
		fc.property(year, (isoYear) => {
			const months = Array.from({ length: 12 }, (_, index) => weeksOfPeriod(`${isoYear}-M${pad(index + 1)}`));
			const last = weeksInYear(isoYear) === 53 ? 6 : 5;
			expect(months.map((weeks) => weeks.length)).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, last]);
			expect(months.flat()).toEqual(weeksOf(isoYear));
		}),
	);
});

it('a quarter is three whole months, and quarters make up the year in order', () => {
	fc.assert(
		fc.property(year, (isoYear) => {
			const quarters = [1, 2, 3, 4].map((quarter) => weeksOfPeriod(`${isoYear}-Q${quarter}`));
			expect(quarters.flat()).toEqual(weeksOf(isoYear));
			for (const [index, weeks] of quarters.entries()) {
				const months = [1, 2, 3].map((month) => weeksOfPeriod(`${isoYear}-M${pad(index * 3 + month)}`));
				expect(months.flat()).toEqual(weeks);
			}
		}),
	);
});

it('a week is in the very month and quarter that list it', () => {
	fc.assert(
		fc.property(week, (name) => {
			expect(weeksOfPeriod(monthOfWeek(name))).toContain(name);
			expect(weeksOfPeriod(quarterOfWeek(name))).toContain(name);
		}),
	);
});
