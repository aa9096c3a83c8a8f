import type { ReleaseFormat, ReleaseTable } from './http.js';
import { releaseCsv } from './release-csv.js';
import { releaseParquet } from './release-parquet.js';

const encoder = new TextEncoder();

/** releaseFile writes a table of a release in a format: the same bytes wherever it is written, at its closing or later. */
export const releaseFile = (format: ReleaseFormat, table: ReleaseTable): Uint8Array => {
	switch (format) {
		case 'json':
			return encoder.encode(JSON.stringify(table));
		case 'csv':
			return encoder.encode(releaseCsv(table));
		case 'parquet':
			return releaseParquet(table);
	}
};
