import type { SeriesTable } from '@vigie/schemas/http';
import { CSV_LINE_END, csvField, csvHeader } from '@vigie/schemas/release-csv';

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
	const codes = coordinates.map((coordinate) => coordinate.map((code) => `${csvField(code)},`).join(''));
	const never = impossible.map((coordinate) => coordinate.map((code) => `${csvField(code)},`).join(''));
	const parts = [csvHeader(dimensions)];
	releases.forEach((release, index) => {
		const start = `${csvField(release)},`;
		codes.forEach((code, column) => {
			const value = values[index]?.[column] ?? null;
			const end = value === null ? ',protected,' : `${value},shown,`;
			parts.push(start, code, end, world, CSV_LINE_END);
		});
		for (const code of never) parts.push(start, code, ',impossible,', world, CSV_LINE_END);
	});
	return parts.join('');
};

/** fileName names a download; a demonstration says so in the name, since the file travels without its page. */
export const fileName = (world: 'demo' | 'real', parts: readonly string[], extension: string): string =>
	`${['vigie', ...(world === 'demo' ? ['demo'] : []), ...parts].join('-')}.${extension}`;
