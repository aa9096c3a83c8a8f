import type { FieldReport } from '@vigie/dashboard-ui/field-words';
import { reportStates } from '@vigie/schemas/reports/states';
import { isRecord, readJson } from '../answers.js';

/** FoundReport is what this page needs of a public report. */
export interface FoundReport extends FieldReport {
	readonly id: string;
	readonly platform: string;
	readonly step: string | null;
	readonly failureKind: string | null;
	readonly territories: readonly string[];
	/** Quarter of an hour since which it is seen. */
	readonly since: string;
	/** The day on which it came to its state. */
	readonly stateSince: string;
}

const KEPT_MS = 60_000;

const isReport = (value: unknown): boolean =>
	isRecord(value) &&
	typeof value.platform === 'string' &&
	typeof value.body === 'string' &&
	typeof value.since === 'string' &&
	typeof value.stateSince === 'string' &&
	typeof value.state === 'string' &&
	value.state in reportStates &&
	Array.isArray(value.territories);

/** reportsIn reads the body of `GET /v1/reports/public`; what this page does not know is left out. */
export const reportsIn = (body: Record<string, unknown> | null): readonly FoundReport[] => {
	const reports: readonly unknown[] = Array.isArray(body?.reports) ? body.reports : [];
	// From this origin, by the contract of public reports; the guard turns away what another version of it may say.
	const found = reports.filter(isReport) as FoundReport[];
	// A version before says nothing of repairs.
	return found.map((report) => ({ ...report, repair: report.repair ?? null }));
};

let latest: { readonly at: number; readonly reports: Promise<readonly FoundReport[]> } | null = null;

const ask = async (send: typeof fetch): Promise<readonly FoundReport[]> => {
	try {
		const response = await send('/v1/reports/public', { credentials: 'omit' });
		return response.ok ? reportsIn(await readJson(response)) : [];
	} catch {
		return [];
	}
};

/**
 * readReports asks for all public reports, the same ones for everybody: which of them concern this device is found here, and nobody is ever
 * told. Asked once a minute at most; none when nobody answers.
 */
export const readReports = (send: typeof fetch, now: number): Promise<readonly FoundReport[]> => {
	if (latest === null || now - latest.at > KEPT_MS) latest = { at: now, reports: ask(send) };
	return latest.reports;
};
