import type { ReleaseTable, SeriesTable } from '@vigie/schemas/http';

const LINE_END = '\r\n';

/** field writes one field of RFC 4180: between quotation marks when it holds a comma, one of them, or the end of a line. */
export const field = (text: string): string =>
	/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const record = (fields: readonly string[]): string => fields.map(field).join(',') + LINE_END;

const headerOf = (dimensions: readonly string[]): string =>
	record(['release', ...dimensions, 'value', 'flag', 'world']);

/** releaseCsv writes a table of one release: a line a coordinate, hidden ones with an empty value and their flag. */
export const releaseCsv = ({ release, world, dimensions, rows }: ReleaseTable): string => {
	const lines = rows.map(({ coordinates, y, flag }) =>
		record([release, ...coordinates, y === null ? '' : String(y), flag, world]),
	);
	return headerOf(dimensions) + lines.join('');
};

/** seriesCsv writes a series: a line a release and coordinate, in the columns of releaseCsv. */
export const seriesCsv = ({
	releases,
	coordinates,
	values,
	impossible,
	dimensions,
	world,
}: SeriesTable): string => {
	// Codes are written once a coordinate, not once a cell: a long series has 200 000 of them.
	const codes = coordinates.map((coordinate) => coordinate.map((code) => `${field(code)},`).join(''));
	const never = impossible.map((coordinate) => coordinate.map((code) => `${field(code)},`).join(''));
	const parts = [headerOf(dimensions)];
	releases.forEach((release, index) => {
		const start = `${field(release)},`;
		codes.forEach((code, column) => {
			const value = values[index]?.[column] ?? null;
			const end = value === null ? ',protected,' : `${value},shown,`;
			parts.push(start, code, end, world, LINE_END);
		});
		for (const code of never) parts.push(start, code, ',impossible,', world, LINE_END);
	});
	return parts.join('');
};

/** fileName names a download; a demonstration says so in the name, since the file travels without its page. */
export const fileName = (world: 'demo' | 'real', parts: readonly string[], extension: string): string =>
	`${['vigie', ...(world === 'demo' ? ['demo'] : []), ...parts].join('-')}.${extension}`;
