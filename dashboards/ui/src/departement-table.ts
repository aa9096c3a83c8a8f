import { departementName } from './code-names.js';
import type { TableData } from './table-data.js';

/** placeText names a département with its code. */
export const placeText = (code: string): string => `${departementName(code)} (${code})`;

/** departementTable is the table behind a map: a row a département, in the order of their codes. */
export const departementTable = (
	departement: string,
	columns: readonly TableData['columns'][number][],
	codes: readonly string[],
	cellsOf: (code: string) => TableData['rows'][number],
): TableData => ({
	columns: [{ label: departement, numeric: false }, ...columns],
	rows: codes
		.toSorted()
		.map((code) => [{ text: placeText(code), sort: departementName(code) }, ...cellsOf(code)]),
});
