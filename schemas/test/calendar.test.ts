import { expect, it } from 'vitest';
import {
	addWeeks,
	hourOf,
	isLastWeekOf,
	isWeek,
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

const at = (instant: string): Date => new Date(instant);

it.each([
	['2024-12-29T22:59:59.999Z', '2024-W52'],
	['2024-12-30T12:00:00Z', '2025-W01'],
	['2026-01-01T00:00:00Z', '2026-W01'],
	['2026-11-10T13:15:00Z', '2026-W46'],
	['2026-12-31T23:30:00Z', '2026-W53'],
	['2027-01-03T12:00:00Z', '2026-W53'],
	['2027-01-03T22:59:59.999Z', '2026-W53'],
	['2027-01-03T23:00:00Z', '2027-W01'],
])('%s is in %s', (instant, week) => {
	expect(weekOf(at(instant))).toBe(week);
	expect(weekOfSlot(slotOf(at(instant)))).toBe(week);
});

it('only some years have a 53rd week', () => {
	expect([2020, 2024, 2025, 2026, 2027, 2032].map(weeksInYear)).toEqual([53, 52, 52, 53, 52, 53]);
	expect(['2026-W53', '2025-W53', '2026-W00', '2026-W54', '2026-w46', '2026-W4', ''].map(isWeek)).toEqual([
		true,
		false,
		false,
		false,
		false,
		false,
		false,
	]);
});

it('the 53rd week joins the last month and the last quarter', () => {
	expect(monthOfWeek('2026-W53')).toBe('2026-M12');
	expect(quarterOfWeek('2026-W53')).toBe('2026-Q4');
	expect(weeksOfPeriod('2026-M12')).toEqual([
		'2026-W48',
		'2026-W49',
		'2026-W50',
		'2026-W51',
		'2026-W52',
		'2026-W53',
	]);
	expect(weeksOfPeriod('2026-Q4')).toHaveLength(14);
	expect(weeksOfPeriod('2025-Q4')).toHaveLength(13);
	expect(isLastWeekOf('2026-W52', '2026-Q4')).toBe(false);
	expect(isLastWeekOf('2026-W53', '2026-Q4')).toBe(true);
	expect(isLastWeekOf('2026-W53', '2026-M12')).toBe(true);
	expect(isLastWeekOf('2026-W53', '2026-W53')).toBe(true);
});

it('a week starts on Monday at midnight in Paris, its end excluded', () => {
	const { start, end } = weekBounds('2026-W46');

	expect(start).toEqual(at('2026-11-08T23:00:00Z'));
	expect(end).toEqual(at('2026-11-15T23:00:00Z'));
	expect(weekOf(start)).toBe('2026-W46');
	expect(weekOf(new Date(start.getTime() - 1))).toBe('2026-W45');
	expect(weekOf(new Date(end.getTime() - 1))).toBe('2026-W46');
	expect(weekOf(end)).toBe('2026-W47');
});

it('the week in which summer time begins has an hour less', () => {
	const { start, end } = weekBounds('2026-W13');

	expect(start).toEqual(at('2026-03-22T23:00:00Z'));
	expect(end).toEqual(at('2026-03-29T22:00:00Z'));
	// Sunday 29 March: 02:00 becomes 03:00 at 01:00 UTC.
	expect(weekOfSlot('2026-03-29T00:45:00Z')).toBe('2026-W13');
	expect(weekOfSlot('2026-03-29T01:00:00Z')).toBe('2026-W13');
	expect(weekOfSlot('2026-03-29T21:45:00Z')).toBe('2026-W13');
	expect(weekOfSlot('2026-03-29T22:00:00Z')).toBe('2026-W14');
});

it('the week in which summer time ends has an hour more', () => {
	const { start, end } = weekBounds('2026-W43');

	expect(start).toEqual(at('2026-10-18T22:00:00Z'));
	expect(end).toEqual(at('2026-10-25T23:00:00Z'));
	// Sunday 25 October: 03:00 becomes 02:00 at 01:00 UTC; the hour that comes twice is in the same week.
	expect(weekOfSlot('2026-10-25T00:45:00Z')).toBe('2026-W43');
	expect(weekOfSlot('2026-10-25T01:45:00Z')).toBe('2026-W43');
	expect(weekOfSlot('2026-10-25T22:00:00Z')).toBe('2026-W43');
	expect(weekOfSlot('2026-10-25T22:45:00Z')).toBe('2026-W43');
	expect(weekOfSlot('2026-10-25T23:00:00Z')).toBe('2026-W44');
});

it('an instant is floored to its quarter of an hour and to its hour, in UTC', () => {
	expect(slotOf(at('2026-11-10T13:29:59.999Z'))).toBe('2026-11-10T13:15:00Z');
	expect(slotOf(at('2026-11-10T13:30:00Z'))).toBe('2026-11-10T13:30:00Z');
	expect(hourOf(at('2026-11-10T13:59:59.999Z'))).toBe('2026-11-10T13:00:00Z');
});

it('weeks are counted across the ends of years', () => {
	expect(addWeeks('2026-W53', 1)).toBe('2027-W01');
	expect(addWeeks('2027-W01', -1)).toBe('2026-W53');
	expect(addWeeks('2024-W52', 1)).toBe('2025-W01');
	expect(addWeeks('2026-W46', -104)).toBe('2024-W46');
	expect(addWeeks('2026-W46', 0)).toBe('2026-W46');
	expect(weekNumber('2026-W46')).toBe(202646);
});

it('what is not a week is refused, not guessed', () => {
	for (const wrong of ['2025-W53', '2026-W00', '2026-11', 'W46', '2026-W46 '])
		for (const use of [weekBounds, monthOfWeek, quarterOfWeek, weekNumber])
			expect(() => use(wrong), wrong).toThrow(RangeError);
	for (const unknown of ['2026-Q5', '2026-M13', '2025-W53', 'x']) expect(weeksOfPeriod(unknown)).toEqual([]);
});
