import { ProblemError } from '@vigie/kit/problem-plugin';

/** TableFile is the last part of a table's address: which table, and as what. */
export interface TableFile {
	readonly table: string;
	readonly format: 'json' | 'csv';
}

/** readFile reads `platform-kind.csv`; anything else is not there. */
export const readFile = (file: string): TableFile => {
	const [, table, format] = /^([a-z-]{1,64})\.(json|csv)$/.exec(file) ?? [];
	if (table === undefined) throw new ProblemError('not_found');
	return { table, format: format === 'csv' ? 'csv' : 'json' };
};
