import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Manifest } from './contents.js';
import { readLines } from './files.js';
import { keptTables, partitionsOf } from './store-tables.js';

/** Half of what the local engine takes as one body. */
const PIECE_BYTES = 32_000_000;

/** The deploy step writes which world this is before anything is restored. */
const MAY_HOLD_ROWS = 'state.world';

/** refuseFullStore throws when a store holds anything: a restore never mixes two pasts. */
export const refuseFullStore = async (store: ClickHouseClient): Promise<void> => {
	for (const table of await keptTables(store)) {
		const name = `${table.database}.${table.name}`;
		if (name !== MAY_HOLD_ROWS && (await partitionsOf(store, table)).length > 0)
			throw new Error(`${name} holds rows already: a backup is restored into an empty store only`);
	}
};

/** loadStore inserts every file of a backup; a piece that is sent twice, after a lost answer, is stored once. */
export const loadStore = async (
	store: ClickHouseClient,
	folder: string,
	manifest: Pick<Manifest, 'tables' | 'createdAt'>,
	progress: (text: string) => void,
): Promise<number> => {
	let rows = 0;
	for (const { table, path, columns, count, partition } of manifest.tables) {
		progress(`${table} ${partition}`);
		let piece = 0;
		for await (const lines of readLines(join(folder, path), PIECE_BYTES)) {
			await store.insert({
				table,
				columns: columns.map((column) => `\`${column}\``) as [string, ...string[]],
				values: Readable.from([lines], { objectMode: false }),
				format: 'TabSeparated',
				clickhouse_settings: { insert_deduplication_token: `${manifest.createdAt}:${path}:${piece}` },
			});
			piece += 1;
		}
		rows += count;
	}
	return rows;
};
