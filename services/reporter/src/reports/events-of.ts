import type { Report } from '@vigie/schemas/reports/report';
import {
	type Actor,
	REPORT_CONTRACT,
	type ReportEvent,
	type ReportFact,
} from '@vigie/schemas/reports/report-event';

/** eventsOf makes the events that follow a report (or open one, of that id, where there is none) from what happened to it, all at one instant. */
export const eventsOf = (
	report: Pick<Report, 'id' | 'version'>,
	facts: readonly ReportFact[],
	actor: Actor,
	at: Date,
): readonly ReportEvent[] =>
	facts.map((fact, index) => ({
		contract: REPORT_CONTRACT,
		report: report.id,
		version: report.version + index + 1,
		at: at.toISOString(),
		actor,
		fact,
	}));
