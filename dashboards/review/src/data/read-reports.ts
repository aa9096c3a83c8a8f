import { type Answer, fetchJson } from '@vigie/dashboard-ui/fetch-json';
import { ReportDetail, ReportList } from '@vigie/schemas/reports/http';

const mine: RequestInit = { credentials: 'same-origin' };

/** readInbox reads the reports that this account may read, what presses first. */
export const readInbox = (): Promise<Answer<ReportList>> => fetchJson('/v1/reports', ReportList, mine);

/** readReport reads one of them, whole; the body's first reading is told to the field. */
export const readReport = (id: string): Promise<Answer<ReportDetail>> =>
	fetchJson(`/v1/reports/${encodeURIComponent(id)}`, ReportDetail, mine);
