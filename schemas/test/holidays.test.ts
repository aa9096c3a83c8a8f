import { expect, it } from 'vitest';
import { addWorkingDays, nationalHolidaysOf, workingDaysBetween } from '../src/holidays.js';

it('the whole country has eleven holidays in a year', () => {
	expect([...nationalHolidaysOf(2026)].sort()).toEqual([
		'2026-01-01',
		'2026-04-06',
		'2026-05-01',
		'2026-05-08',
		'2026-05-14',
		'2026-05-25',
		'2026-07-14',
		'2026-08-15',
		'2026-11-01',
		'2026-11-11',
		'2026-12-25',
	]);
});

it.each([
	['a Monday', '2026-11-16', 2, '2026-11-18'],
	['a Friday, over the weekend', '2026-11-20', 2, '2026-11-24'],
	['a Saturday, which counts for nothing', '2026-11-21', 2, '2026-11-24'],
	['before Armistice Day', '2026-11-10', 2, '2026-11-13'],
	['before Christmas and New Year', '2026-12-24', 5, '2027-01-04'],
	['over Easter Monday', '2026-04-03', 1, '2026-04-07'],
])('working days from %s', (_title, from, days, to) => {
	expect(addWorkingDays(from, days)).toBe(to);
});

it('counting working days undoes adding them, whatever the day one begins on', () => {
	for (const from of ['2026-11-10', '2026-11-21', '2026-12-24', '2026-04-03'])
		for (let days = 0; days <= 30; days += 1)
			expect(workingDaysBetween(from, addWorkingDays(from, days)), `${from} + ${days}`).toBe(days);
	expect(workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
});
