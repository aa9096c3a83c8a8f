import { platformName } from '@vigie/dashboard-ui/code-names';
import type { ReportSummary } from '@vigie/schemas/reports/http';
import { type Group, isIn } from './groups.js';
import { reportName } from './report-name.js';

/** plain makes two spellings of a word the same: without accents, in lower case. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Choices are what the list is narrowed by. */
export interface Choices {
	readonly group: Group;
	readonly platform: string | null;
	readonly level: string | null;
	readonly words: string;
	/** The bodies of who reads. */
	readonly own: readonly string[];
}

/** chosenReports keeps the reports of some choices, in the order in which they were given: what presses first. */
export const chosenReports = (
	reports: readonly ReportSummary[],
	{ group, platform, level, words, own }: Choices,
): readonly ReportSummary[] => {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	return reports.filter((report) => {
		const text = plain(`${reportName(report)} ${platformName(report.platform)} ${report.id}`);
		return (
			isIn(group, report, own) &&
			(platform === null || report.platform === platform) &&
			(level === null || report.level === level) &&
			wanted.every((word) => text.includes(word))
		);
	});
};

/** neighbour gives the place in a list that j (after) or k (before) leads to; null for other keys. */
export const neighbour = (key: string, place: number, length: number): number | null => {
	if (length === 0 || (key !== 'j' && key !== 'k')) return null;
	if (place === -1) return 0;
	return Math.min(length - 1, Math.max(0, place + (key === 'j' ? 1 : -1)));
};
