import { type Answer, fetchJson } from '@vigie/dashboard-ui/fetch-json';
import { changing } from '@vigie/dashboard-ui/session';
import type { ReportCommand } from '@vigie/schemas/reports/command';
import { ReportDetail } from '@vigie/schemas/reports/http';

/** sendCommand gives a body's answer; what comes back is the report after it, or why it was not taken. */
export const sendCommand = (
	report: string,
	command: ReportCommand,
	csrf: string | null,
): Promise<Answer<ReportDetail>> =>
	fetchJson(`/v1/reports/${encodeURIComponent(report)}/commands`, ReportDetail, {
		method: 'POST',
		credentials: 'same-origin',
		cache: 'no-store',
		headers: changing(csrf),
		body: JSON.stringify(command),
	});
