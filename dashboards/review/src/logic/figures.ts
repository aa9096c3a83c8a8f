import type { ReportSummary } from '@vigie/schemas/reports/http';
import type { ReportState } from '@vigie/schemas/reports/states';
import { countIn, isOwn } from './groups.js';

/** Figures are where a body stands now, from the reports that it must answer: those that it sent on stand with another. */
export interface Figures {
	readonly open: number;
	readonly toAnswer: number;
	readonly late: number;
	readonly promised: number;
	readonly passed: number;
	readonly observed: number;
	readonly reopened: number;
	readonly confirmed: number;
}

/** figuresOf counts them, for who has these bodies. */
export const figuresOf = (reports: readonly ReportSummary[], own: readonly string[]): Figures => {
	const mine = reports.filter((report) => isOwn(own, report));
	const inState = (wanted: ReportState): number => mine.filter(({ state }) => state === wanted).length;
	return {
		open: countIn('ouverts', mine, own),
		toAnswer: countIn('a-repondre', mine, own),
		late: mine.filter(({ due }) => due?.overdue).length,
		promised: inState('committed'),
		passed: mine.filter(({ commitment }) => commitment?.passed).length,
		observed: countIn('observes', mine, own),
		reopened: inState('reopened'),
		confirmed: inState('confirmed'),
	};
};
