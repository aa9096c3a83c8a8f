import { commandStates } from '@vigie/schemas/reports/command';
import type { ReportAction, ReportDetail } from '@vigie/schemas/reports/http';
import { type Caller, commandsOf, targetsOf } from '@vigie/schemas/reports/judge-command';
import type { Report } from '@vigie/schemas/reports/report';
import { transitionTo } from '@vigie/schemas/reports/states';
import { deliveriesOf, lifeEntryOf } from './life.js';
import { publicOf, repairOf, workaroundOf } from './public.js';
import { summaryOf, type Viewing } from './summary.js';

const reply: ReportAction['needs'] = { reasons: [], text: 'required', date: null, targets: null };

const actionsOf = (report: Report, caller: Caller): ReportAction[] =>
	commandsOf(report, caller).map((command) => {
		const to = commandStates[command];
		const needs = to === null ? null : transitionTo(to)?.needs;
		return {
			command,
			consequence: `report.consequence.${command}`,
			needs: needs
				? {
						reasons: [...needs.reasons],
						text: needs.text,
						date: needs.date,
						targets: needs.target ? [...targetsOf(report, caller)] : null,
					}
				: reply,
		};
	});

/** detailOf gives the whole of a report to somebody who may read it; `caller` is null for who may only read. */
export const detailOf = (report: Report, caller: Caller | null, viewing: Viewing): ReportDetail => {
	const now = viewing.clock.now();
	return {
		...summaryOf(report, viewing),
		world: viewing.world,
		now: now.toISOString(),
		firstBody: report.firstBody,
		workaround: workaroundOf(report, now),
		answer: report.answer && { ...report.answer },
		effectiveFrom: report.effectiveFrom,
		repair: repairOf(report),
		rightOfReply: report.rightOfReply,
		life: report.life.map(lifeEntryOf),
		actions: caller === null ? [] : actionsOf(report, caller),
		deliveries: deliveriesOf(report.life),
		field: publicOf(report, viewing),
	};
};
