import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { steps } from '@vigie/schemas/taxonomy/lists/steps';
import { heaviest, type Matrix } from './matrix.js';

const MOST_ROWS = 10;
const MOST_COLUMNS = 10;

/** Heat is which rights and steps a heat map shows: the most reported, the steps in the order of the procedure. */
export interface Heat {
	readonly benefits: readonly string[];
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/** heatOf keeps the most reported rights (and the chosen one, always) and steps; submission belongs to what comes before its answer. */
export const heatOf = (matrix: Matrix, chosen: string | null): Heat => {
	const top = heaviest(
		benefits.map(({ code }) => code),
		matrix.rowWeight,
		MOST_ROWS,
	);
	const kept = new Set(
		heaviest(
			steps.map(({ code }) => code),
			matrix.columnWeight,
			MOST_COLUMNS,
		),
	);
	const shown = steps.filter(({ code }) => kept.has(code));
	return {
		benefits: chosen === null || top.includes(chosen) ? top : [...top, chosen],
		before: shown.filter(({ phase }) => phase !== 'after').map(({ code }) => code),
		after: shown.filter(({ phase }) => phase === 'after').map(({ code }) => code),
	};
};
