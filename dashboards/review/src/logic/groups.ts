import type { ReportSummary } from '@vigie/schemas/reports/http';
import { reportStates } from '@vigie/schemas/reports/states';

/** groups are the lists of the inbox, by what is asked of the body; a report may be in two of them. */
export const groups = ['ouverts', 'a-repondre', 'observes', 'clos'] as const;
export type Group = (typeof groups)[number];

type Listed = Pick<ReportSummary, 'body' | 'state'>;

/** isOwn tells whether one of one's own bodies must answer a report: what it sent on, it reads still, and another answers. Who has no body looks after all. */
export const isOwn = (own: readonly string[], { body }: Pick<Listed, 'body'>): boolean =>
	own.length === 0 || own.includes(body);

/** isIn tells whether a report belongs to a group, for who has these bodies. */
export const isIn = (group: Group, report: Listed, own: readonly string[]): boolean => {
	const { state } = report;
	switch (group) {
		case 'ouverts':
			return reportStates[state].open;
		case 'a-repondre':
			return reportStates[state].owes !== null && isOwn(own, report);
		case 'observes':
			return state === 'mended' || state === 'in_observation';
		case 'clos':
			return !reportStates[state].open;
		default: {
			const never: never = group;
			return never;
		}
	}
};

/** countIn counts the reports of a group. */
export const countIn = (group: Group, reports: readonly Listed[], own: readonly string[]): number =>
	reports.filter((report) => isIn(group, report, own)).length;
