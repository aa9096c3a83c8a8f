import { dueWeeks } from '@vigie/publisher/jobs/due-weeks';
import { releaseInstant } from '@vigie/schemas/calendar';
import { describe, expect, it } from 'vitest';

const since = new Date('2026-11-04T12:00:00Z');

describe('which weeks are due', () => {
	it('releases a week on the Tuesday after it at 06:00 in Paris, in winter and in summer', () => {
		expect(releaseInstant('2026-W46').toISOString()).toBe('2026-11-17T05:00:00.000Z');
		expect(releaseInstant('2026-W28').toISOString()).toBe('2026-07-14T04:00:00.000Z');
		expect(releaseInstant('2026-W43').toISOString()).toBe('2026-10-27T05:00:00.000Z');
	});

	it('waits for the instant', () => {
		expect(dueWeeks(new Date('2026-11-17T04:59:59Z'), since, '2026-W45')).toEqual([]);
		expect(dueWeeks(new Date('2026-11-17T05:00:00Z'), since, '2026-W45')).toEqual(['2026-W46']);
	});

	it('begins with the week in which the world began, never before', () => {
		expect(dueWeeks(new Date('2026-11-24T10:00:00Z'), since, null)).toEqual([
			'2026-W45',
			'2026-W46',
			'2026-W47',
		]);
		expect(dueWeeks(new Date('2026-11-24T10:00:00Z'), since, '2025-W10')).toEqual([
			'2026-W45',
			'2026-W46',
			'2026-W47',
		]);
	});

	it('goes on after the last closed week, through a 53rd week', () => {
		expect(dueWeeks(new Date('2027-01-12T10:00:00Z'), since, '2026-W52')).toEqual(['2026-W53', '2027-W01']);
	});
});
