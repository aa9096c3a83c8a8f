import type { ReportList } from '@vigie/schemas/reports/http';
import { type ReportState, reportStates } from '@vigie/schemas/reports/states';

/** groups are the lists of the inbox, by what is asked of the body; a report may be in two of them. */
export const groups = ['ouverts', 'a-repondre', 'observes', 'clos'] as const;
export type Group = (typeof groups)[number];

/** isIn tells whether a report in that state belongs to a group. */
export const isIn = (group: Group, state: ReportState): boolean => {
	switch (group) {
		case 'ouverts':
			return reportStates[state].open;
		case 'a-repondre':
			return reportStates[state].owes !== null;
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

/** countIn adds up the counts of a group's states. */
export const countIn = (group: Group, counts: ReportList['counts']): number =>
	// Object.entries widens the keys to texts; they are states by the contract.
	(Object.entries(counts) as [ReportState, number][])
		.filter(([state]) => isIn(group, state))
		.reduce((sum, [, count]) => sum + count, 0);
