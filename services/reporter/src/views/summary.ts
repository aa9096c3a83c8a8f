import type { Clock } from '@vigie/schemas/clock';
import { type Delays, dueOf, isCommitmentPassed } from '@vigie/schemas/reports/deadlines';
import type { ReportSummary } from '@vigie/schemas/reports/http';
import type { Report } from '@vigie/schemas/reports/report';
import { isOpen } from '@vigie/schemas/reports/states';

/** Viewing is what a report is looked at with: the time, the delays, the world. */
export interface Viewing {
	readonly clock: Clock;
	readonly delays: Delays;
	readonly world: 'demo' | 'real';
}

/** failureOf gives what a report is about, as everyone may read it. */
export const failureOf = (report: Report) => ({
	id: report.id,
	platform: report.platform,
	step: report.step,
	failureKind: report.failureKind,
	territories: [...report.territories],
	body: report.body,
	level: report.level,
	sentence: report.sentence,
	since: report.onset,
	state: report.state,
});

/** commitmentOf gives the promised day, and whether it is passed. */
export const commitmentOf = (report: Report, now: Date) =>
	report.commitment === null ? null : { date: report.commitment, passed: isCommitmentPassed(report, now) };

/** summaryOf gives the row of a report in the inbox. */
export const summaryOf = (report: Report, { clock, delays }: Viewing): ReportSummary => {
	const now = clock.now();
	return {
		...failureOf(report),
		version: report.version,
		stateSince: report.stateSince,
		openedAt: report.openedAt,
		lastObserved: report.lastObserved,
		band: report.band,
		due: dueOf(report, now, delays),
		commitment: commitmentOf(report, now),
		open: isOpen(report.state),
	};
};

/** What presses first: what is overdue, what is strong, what must still be answered by the earliest day; then the youngest. */
export const byPress = (left: ReportSummary, right: ReportSummary): number =>
	Number(right.open) - Number(left.open) ||
	Number(right.due?.overdue ?? false) - Number(left.due?.overdue ?? false) ||
	Number(right.level === 'strong') - Number(left.level === 'strong') ||
	(left.due?.by ?? '9').localeCompare(right.due?.by ?? '9') ||
	right.openedAt.localeCompare(left.openedAt);
