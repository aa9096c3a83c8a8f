import type { ReportList } from '@vigie/schemas/reports/http';
import { countIn } from './groups.js';

/** Figures are where a body stands now, from the reports that it may read. */
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

/** figuresOf counts them. */
export const figuresOf = ({ counts, reports }: ReportList): Figures => ({
	open: countIn('ouverts', counts),
	toAnswer: countIn('a-repondre', counts),
	late: reports.filter(({ due }) => due?.overdue).length,
	promised: counts.committed ?? 0,
	passed: reports.filter(({ commitment }) => commitment?.passed).length,
	observed: countIn('observes', counts),
	reopened: counts.reopened ?? 0,
	confirmed: counts.confirmed ?? 0,
});
