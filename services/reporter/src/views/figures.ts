import { parisDateOf } from '@vigie/schemas/calendar';
import { workingDaysBetween } from '@vigie/schemas/holidays';
import { dueOf, isCommitmentPassed } from '@vigie/schemas/reports/deadlines';
import { type BodyFigures, type BodyReply, CURVE_DAYS } from '@vigie/schemas/reports/figures';
import type { Report } from '@vigie/schemas/reports/report';
import type { FactType } from '@vigie/schemas/reports/report-event';
import { isOpen } from '@vigie/schemas/reports/states';
import { codesOf } from '@vigie/schemas/taxonomy';
import { type BodyDuty, type Done, dutiesOf } from './duties.js';
import type { Viewing } from './summary.js';

const medianOf = (days: readonly number[]): number | null => {
	const sorted = days.toSorted((a, b) => a - b);
	const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
};

const delayOf = (duties: readonly BodyDuty[], owes: (duty: BodyDuty) => Done): BodyFigures['answered'] => {
	// What was done before it was sent on was done; what was not is owed by the next body.
	const owed = duties.filter((duty) => !duty.sentOn || owes(duty).on !== null);
	const done = owed.flatMap((duty) => {
		const { on, by } = owes(duty);
		return on === null ? [] : [{ days: workingDaysBetween(duty.since, on), isInTime: on <= by }];
	});
	return {
		owed: owed.length,
		done: done.length,
		inTime: done.filter(({ isInTime }) => isInTime).length,
		medianDays: medianOf(done.map(({ days }) => days)),
		doneByDay: Array.from(
			{ length: CURVE_DAYS + 1 },
			(_, day) => done.filter(({ days }) => days <= day).length,
		),
	};
};

/** yearBefore gives the first day of the year that is counted. */
export const yearBefore = (now: Date): string => {
	const then = new Date(now);
	then.setUTCFullYear(then.getUTCFullYear() - 1);
	return parisDateOf(then);
};

/**
 * figuresOf counts how bodies answered since a day, from what the public lives of reports tell. A body that was asked nothing and says nothing is
 * not there.
 */
export const figuresOf = (
	reports: readonly Report[],
	{ clock, delays }: Viewing,
	replyOf: (body: string) => BodyReply | null,
): BodyFigures[] => {
	const now = clock.now();
	const since = yearBefore(now);
	const duties = reports.flatMap((report) => dutiesOf(report, delays)).filter((duty) => duty.since >= since);
	const became = (body: string, type: FactType): number =>
		reports
			.filter((report) => report.body === body)
			.flatMap(({ life }) => life)
			.filter(({ at, fact }) => fact.type === type && parisDateOf(new Date(at)) >= since).length;
	return codesOf('bodies').flatMap((body) => {
		const own = duties.filter((duty) => duty.body === body);
		const open = reports.filter((report) => report.body === body && isOpen(report.state));
		const reply = replyOf(body);
		if (own.length === 0 && open.length === 0 && reply === null) return [];
		return [
			{
				body,
				asked: own.length,
				open: open.length,
				overdue: open.filter((report) => dueOf(report, now, delays)?.overdue).length,
				passed: open.filter((report) => isCommitmentPassed(report, now)).length,
				acknowledged: delayOf(own, ({ acknowledge }) => acknowledge),
				answered: delayOf(own, ({ answer }) => answer),
				confirmed: became(body, 'confirmed'),
				reopened: became(body, 'reopened'),
				reply,
			},
		];
	});
};
