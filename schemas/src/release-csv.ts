import type { ReleaseTable } from './http.js';

/** CSV_LINE_END ends every record (RFC 4180). */
export const CSV_LINE_END = '\r\n';

/** csvField writes one field of RFC 4180: between quotation marks when it holds a comma, one of them, or the end of a line. */
export const csvField = (text: string): string =>
	/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const record = (fields: readonly string[]): string => fields.map(csvField).join(',') + CSV_LINE_END;

/** csvHeader names the columns of a table, or of a series: releases one after the other. */
export const csvHeader = (dimensions: readonly string[]): string =>
	record(['release', ...dimensions, 'value', 'flag', 'world']);

/** releaseCsv writes a table of one release: a line a coordinate, hidden ones with an empty value and their flag. */
export const releaseCsv = ({ release, world, dimensions, rows }: ReleaseTable): string => {
	const lines = rows.map(({ coordinates, y, flag }) =>
		record([release, ...coordinates, y === null ? '' : String(y), flag, world]),
	);
	return csvHeader(dimensions) + lines.join('');
};
