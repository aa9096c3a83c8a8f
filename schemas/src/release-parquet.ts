import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ReleaseTable } from './http.js';

/**
 * releaseParquet writes a table of one release as Parquet, in the columns of the CSV: `value` is null where the cell is hidden. The same
 * table gives the same bytes; its release, hash and world are in the file's own metadata, for a file travels without its page.
 */
export const releaseParquet = ({
	release,
	hash,
	table,
	world,
	dimensions,
	rows,
}: ReleaseTable): Uint8Array => {
	const same = (value: string): string[] => rows.map(() => value);
	const buffer = parquetWriteBuffer({
		columnData: [
			{ name: 'release', type: 'STRING', nullable: false, data: same(release) },
			...dimensions.map((name, index) => ({
				name,
				type: 'STRING' as const,
				nullable: false,
				data: rows.map(({ coordinates }) => coordinates[index] ?? ''),
			})),
			{ name: 'value', type: 'INT32', nullable: true, data: rows.map(({ y }) => y) },
			{ name: 'flag', type: 'STRING', nullable: false, data: rows.map(({ flag }) => flag) },
			{ name: 'world', type: 'STRING', nullable: false, data: same(world) },
		],
		createdBy: 'Vigie',
		kvMetadata: [
			{ key: 'vigie.release', value: release },
			{ key: 'vigie.table', value: table },
			{ key: 'vigie.hash', value: hash },
			{ key: 'vigie.world', value: world },
		],
	});
	return new Uint8Array(buffer);
};
