import { parisDateOf } from '../calendar.js';
import { addWorkingDays } from '../holidays.js';
import type { Duty, Report } from './report.js';
import { reportStates } from './states.js';

/** Delays are counted in working days, by what is owed and by the level of the report. */
export type Delays = Readonly<
	Record<'acknowledge' | 'answer', Readonly<Record<'strong' | 'signal', number>>>
>;

/** DELAYS are the delays unless a deployment says otherwise. */
export const DELAYS: Delays = {
	acknowledge: { strong: 2, signal: 5 },
	answer: { strong: 10, signal: 20 },
};

/** Due is until when something is owed: the whole of that day, in Paris. */
export interface Due {
	readonly owes: 'acknowledge' | 'answer';
	readonly by: string;
	readonly overdue: boolean;
}

/** dueDate gives the last day of a duty. A report that rises to strong has the shorter delay from that moment, and never a later day. */
export const dueDate = (duty: Duty, owes: Due['owes'], delays: Delays): string => {
	const after = (instant: string, level: 'strong' | 'signal') =>
		addWorkingDays(parisDateOf(new Date(instant)), delays[owes][level]);
	const first = after(duty.since, duty.level === 'strong' ? 'strong' : 'signal');
	if (duty.strongSince === null) return first;
	const risen = after(duty.strongSince, 'strong');
	return [first, risen].sort()[0] ?? first;
};

/** dueOf gives what a body owes on a report, derived each time and never stored; null once it has answered. */
export const dueOf = (report: Pick<Report, 'state' | 'duty'>, now: Date, delays: Delays): Due | null => {
	const { owes } = reportStates[report.state];
	if (owes === null) return null;
	const by = dueDate(report.duty, owes, delays);
	return { owes, by, overdue: parisDateOf(now) > by };
};

/** isCommitmentPassed tells whether the day that a body promised is over and it has not said that it is mended. */
export const isCommitmentPassed = (report: Pick<Report, 'state' | 'commitment'>, now: Date): boolean =>
	report.state === 'committed' && report.commitment !== null && parisDateOf(now) > report.commitment;
