import { dayKindOf, holidayShareOf, holidaysOf } from '@vigie/detector/statistics/outage/holidays';
import { localSlot } from '@vigie/detector/statistics/outage/local-time';
import { describe, expect, it } from 'vitest';

const at = (instant: string, zone = 'Europe/Paris') => localSlot(new Date(instant), zone);

describe('the local week of a quarter of an hour', () => {
	it('begins on Monday at midnight, and its day at four', () => {
		expect(at('2026-11-08T23:00:00Z')).toMatchObject({ bin: 0, date: '2026-11-09', day: '2026-11-08' });
		expect(at('2026-11-09T03:00:00Z')).toMatchObject({ bin: 16, date: '2026-11-09', day: '2026-11-09' });
		expect(at('2026-11-15T22:59:59Z')).toMatchObject({ bin: 671, weekday: 6 });
	});

	it('is each overseas zone’s own', () => {
		expect(at('2026-11-10T13:10:00Z').bin).toBe(96 + 14 * 4);
		expect(at('2026-11-10T13:10:00Z', 'Indian/Reunion').bin).toBe(96 + 17 * 4);
		expect(at('2026-11-10T03:10:00Z', 'America/Martinique')).toMatchObject({
			bin: 23 * 4,
			date: '2026-11-09',
		});
		expect(at('2026-11-10T13:10:00Z', 'America/Cayenne').bin).toBe(96 + 10 * 4);
	});

	it('follows the clocks: an hour that comes twice has the same bins, one that does not come has none', () => {
		const autumn = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((instant) => at(instant).bin);
		const spring = ['2026-03-29T00:45:00Z', '2026-03-29T01:00:00Z'].map((instant) => at(instant).bin);

		expect(autumn).toEqual([6 * 96 + 10, 6 * 96 + 10]);
		expect(spring).toEqual([6 * 96 + 7, 6 * 96 + 12]);
	});
});

describe('holidays', () => {
	it('are eleven in mainland France, Easter’s among them', () => {
		expect([...holidaysOf(2026, 'metropole')].sort()).toEqual([
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
		[2024, '2024-04-01'],
		[2025, '2025-04-21'],
		[2027, '2027-03-29'],
		[2038, '2038-04-26'],
		[2049, '2049-04-19'],
		[2076, '2076-04-20'],
	])('have Easter Monday of %i on %s', (year, monday) => {
		expect(holidaysOf(year, 'metropole').has(monday)).toBe(true);
	});

	it('are two more in Alsace and Moselle, one more in each overseas département', () => {
		expect(holidaysOf(2026, 'alsace-moselle').has('2026-04-03')).toBe(true);
		expect(holidaysOf(2026, 'alsace-moselle').has('2026-12-26')).toBe(true);
		for (const place of ['guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte'] as const)
			expect(holidaysOf(2026, place).size).toBe(12);
	});

	it('make bridges of the Friday after a Thursday and of the Monday before a Tuesday', () => {
		expect(dayKindOf('2026-05-14', 'metropole')).toBe('holiday');
		expect(dayKindOf('2026-05-15', 'metropole')).toBe('bridge');
		expect(dayKindOf('2026-07-13', 'metropole')).toBe('bridge');
		expect(dayKindOf('2026-05-13', 'metropole')).toBe('ordinary');
		expect(holidayShareOf('2026-05-11', 'metropole')).toBeCloseTo(0.2, 12);
	});
});
