import { CSV_LINE_END, csvField } from '@vigie/schemas/release-csv';
import type { TableData } from './table-data.js';

/** tableCsv writes a figure's own table: numbers as numbers, what is not published empty, and on each line the world that it is of. */
export const tableCsv = ({ columns, rows }: TableData, world: 'demo' | 'real'): string => {
	const record = (fields: readonly string[]): string => fields.map(csvField).join(',') + CSV_LINE_END;
	const lines = rows.map((row) =>
		record([
			...row.map(({ text, sort }, rank) => {
				if (!columns[rank]?.numeric) return text;
				return typeof sort === 'number' ? String(sort) : '';
			}),
			world,
		]),
	);
	return record([...columns.map(({ label }) => label.trim()), 'world']) + lines.join('');
};
