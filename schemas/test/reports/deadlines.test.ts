import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DELAYS, dueDate, dueOf, isCommitmentPassed } from '../../src/reports/deadlines.js';
import { after, factTo, opened } from './reports.js';

const { sent, seen, acknowledged, reassigned, committed, mended, reopened } = factTo;
const on = (date: string) => new Date(`${date}T12:00:00Z`);
const owed = (report: Parameters<typeof dueOf>[0], date = '2026-11-10') => dueOf(report, on(date), DELAYS);

it('a signal is acknowledged within five working days and answered within twenty; Armistice Day does not count', () => {
	expect(owed(after())).toEqual({ owes: 'acknowledge', by: '2026-11-18', overdue: false });
	expect(owed(after(sent, seen, acknowledged))).toEqual({ owes: 'answer', by: '2026-12-09', overdue: false });
});

it('overdue begins the day after the last day, in Paris', () => {
	expect(dueOf(after(), new Date('2026-11-18T22:59:00Z'), DELAYS)?.overdue).toBe(false);
	expect(dueOf(after(), new Date('2026-11-18T23:01:00Z'), DELAYS)?.overdue).toBe(true);
});

it('what has been answered owes nothing; what comes back owes anew', () => {
	expect(owed(after(sent, seen, acknowledged, mended))).toBeNull();
	expect(owed(after(sent, seen, acknowledged, mended, reopened))?.owes).toBe('acknowledge');
	expect(owed(after(sent, seen, reassigned))?.owes).toBe('acknowledge');
});

it('a rise to strong makes the day earlier or leaves it, never later', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 60 }), fc.constantFrom('acknowledge', 'answer'), (days, owes) => {
			const since = '2026-11-10T06:05:00.000Z';
			const strongSince = new Date(Date.parse(since) + days * 86_400_000).toISOString();
			const before = dueDate({ since, level: opened.level, strongSince: null }, owes, DELAYS);

			const risen = dueDate({ since, level: opened.level, strongSince }, owes, DELAYS);

			expect(risen <= before).toBe(true);
		}),
	);
	expect(
		dueDate(
			{ since: '2026-11-16T08:00:00Z', level: 'signal', strongSince: '2026-11-17T08:00:00Z' },
			'acknowledge',
			DELAYS,
		),
	).toBe('2026-11-19');
});

it('a promised day is passed once it is over and nothing was said to be mended', () => {
	const report = after(sent, seen, acknowledged, committed);

	expect(isCommitmentPassed(report, on('2026-12-04'))).toBe(false);
	expect(isCommitmentPassed(report, on('2026-12-05'))).toBe(true);
	expect(isCommitmentPassed(after(sent, seen, acknowledged, committed, mended), on('2026-12-05'))).toBe(
		false,
	);
});
