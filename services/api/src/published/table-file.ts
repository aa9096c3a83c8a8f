import { ProblemError } from '@vigie/kit/problem-plugin';
import type { ReleaseFormat } from '@vigie/schemas/http';

/** TableFile is the last part of a table's address: which table, and as what. */
export interface TableFile {
	readonly table: string;
	readonly format: ReleaseFormat;
}

/** readFile reads `platform-kind.csv`, in one of the formats that the address has; anything else is not there. */
export const readFile = <Format extends ReleaseFormat>(
	file: string,
	formats: readonly Format[],
): TableFile & { readonly format: Format } => {
	const [, table, extension] = /^([a-z-]{1,64})\.([a-z]{3,8})$/.exec(file) ?? [];
	const format = formats.find((known) => known === extension);
	if (table === undefined || format === undefined) throw new ProblemError('not_found');
	return { table, format };
};
