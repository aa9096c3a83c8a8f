import { FRANCE } from '@vigie/schemas/signal';
import type { Witnesses } from '../statistics/gate.js';
import type { Report } from './read-day.js';

const HOUR_MS = 60 * 60_000;
const REPEATS_MS = 6 * HOUR_MS;

/** firstReports leaves out what a person says again of a platform within six hours. Reports come in order of time. */
export const firstReports = (reports: readonly Report[]): Report[] => {
	const counted = new Map<string, number>();
	return reports.filter(({ reporter, platform, atMs }) => {
		const key = `${reporter}/${platform}`;
		const before = counted.get(key);
		if (before !== undefined && atMs - before < REPEATS_MS) return false;
		counted.set(key, atMs);
		return true;
	});
};

/** bySeries groups reports by `territory/platform`: each is in its région's series and in France's. */
export const bySeries = (reports: readonly Report[]): ReadonlyMap<string, readonly Report[]> => {
	const groups = new Map<string, Report[]>();
	for (const report of reports)
		for (const territory of [FRANCE, ...(report.region === null ? [] : [report.region])]) {
			const key = `${territory}/${report.platform}`;
			const group = groups.get(key) ?? [];
			group.push(report);
			groups.set(key, group);
		}
	return groups;
};

/** witnessesSince counts who reported since an instant; a body's own agents say nothing about its own platform. */
export const witnessesSince = (reports: readonly Report[], sinceMs: number): Witnesses => {
	const there = reports.filter(({ atMs, isOwn }) => atMs >= sinceMs && !isOwn);
	const different = (of: (report: Report) => string): number => new Set(there.map(of)).size;
	return {
		reporters: different(({ reporter }) => reporter),
		structures: different(({ structure }) => structure),
		organisations: different(({ organisation }) => organisation),
		departements: different(({ departement }) => departement),
	};
};
