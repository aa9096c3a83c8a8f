import { parisDateOf } from '@vigie/schemas/calendar';
import { dueOf } from '@vigie/schemas/reports/deadlines';
import type { PublicReport, RepairView } from '@vigie/schemas/reports/http';
import type { Report } from '@vigie/schemas/reports/report';
import { isOpen } from '@vigie/schemas/reports/states';
import { commitmentOf, failureOf, type Viewing } from './summary.js';

const RECENT_MS = 13 * 7 * 24 * 60 * 60_000;
/** What the field reads of a life: not who read when, nor what was sent where, nor each signal. */
const untold: readonly string[] = ['signal_attached', 'delivery_recorded', 'repair_judged', 'sent', 'seen'];

/** workaroundOf gives the way around that a body published, and whether its last day is over. */
export const workaroundOf = ({ workaround }: Report, now: Date) =>
	workaround === null ? null : { ...workaround, expired: parisDateOf(now) > workaround.validUntil };

const dayOf = (instant: string): string => parisDateOf(new Date(instant));

/** repairOf gives what the field makes of the last repair. */
export const repairOf = ({ repair }: Report): RepairView | null => {
	if (repair === null) return null;
	const { at, ...words } = repair;
	return { ...words, on: dayOf(at) };
};

/** isTold tells whether the field still reads of a report: while it is open, and thirteen weeks after. */
export const isTold = (report: Report, now: Date): boolean =>
	isOpen(report.state) || now.getTime() - Date.parse(report.stateSince) < RECENT_MS;

/** publicOf gives a report as the field reads it: no account, no hour, nothing of who declared. */
export const publicOf = (report: Report, { clock, delays }: Viewing): PublicReport => {
	const now = clock.now();
	return {
		...failureOf(report),
		stateSince: dayOf(report.stateSince),
		overdue: dueOf(report, now, delays)?.overdue ?? false,
		workaround: workaroundOf(report, now),
		commitment: commitmentOf(report, now),
		answer: report.answer && { ...report.answer },
		effectiveFrom: report.effectiveFrom,
		repair: repairOf(report),
		rightOfReply: report.rightOfReply,
		life: report.life
			.filter(({ fact }) => !untold.includes(fact.type))
			.map(({ at, actor, fact }) => ({
				type: fact.type,
				on: dayOf(at),
				body: actor.kind === 'body' ? actor.body : null,
			})),
	};
};
