import { expect, test } from 'vitest';
import { officeHours } from '../src/office-hours.js';

const HOUR_MS = 60 * 60_000;
/** Hours that count between two times of Paris; `+01:00` in winter, `+02:00` in summer. */
const hours = (from: string, to: string): number => officeHours(Date.parse(from), Date.parse(to)) / HOUR_MS;

test.each([
	['within one day', '2026-11-23T10:00+01:00', '2026-11-23T12:30+01:00', 2.5],
	['a whole day and its nights', '2026-11-23T00:00+01:00', '2026-11-24T00:00+01:00', 11],
	['a night', '2026-11-23T19:00+01:00', '2026-11-24T08:00+01:00', 0],
	['a week-end', '2026-11-20T18:00+01:00', '2026-11-23T09:00+01:00', 2],
	['three weeks', '2026-11-02T00:00+01:00', '2026-11-23T00:00+01:00', 14 * 11],
	['the week-end on which the clocks change', '2026-03-27T18:00+01:00', '2026-03-30T09:00+02:00', 2],
	['backwards', '2026-11-23T12:00+01:00', '2026-11-23T10:00+01:00', 0],
] as const)('%s counts its office hours and nothing else', (_title, from, to, expected) => {
	expect(hours(from, to)).toBe(expected);
});

test.each([
	'2026-01-01',
	'2026-04-06',
	'2026-05-01',
	'2026-05-08',
	'2026-05-14',
	'2026-05-25',
	'2026-07-14',
	'2026-11-11',
	'2026-12-25',
	'2027-03-29',
	'2027-05-06',
	'2027-05-17',
	'2028-04-17',
])('nobody is expected to work on %s', (day) => {
	expect(hours(`${day}T00:00Z`, `${day}T22:00Z`)).toBe(0);
});

test('the days around a holiday count', () => {
	expect(hours('2026-04-07T00:00+02:00', '2026-04-08T00:00+02:00')).toBe(11);
	expect(hours('2026-05-13T00:00+02:00', '2026-05-14T00:00+02:00')).toBe(11);
});
