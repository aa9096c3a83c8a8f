import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';
import type { Manifest } from './contents.js';
import { writeLines } from './files.js';
import { closedIn, type KeptTable, keptTables, partitionsOf } from './store-tables.js';

const ATTEMPTS = 5;
/** In the text format a carriage return is always escaped: this can only be an error that came after the first rows. */
const LATE_ERROR = Buffer.from('\r\n__exception__\r\n');

const ofPartition = {
	params: z.object({ database: z.string(), name: z.string(), partition: z.string() }),
	row: z.object({ n: z.coerce.number() }),
};

const countMerged = {
	...ofPartition,
	sql: `
		SELECT count() AS n
		FROM {database: Identifier}.{name: Identifier} FINAL
		WHERE _partition_id = {partition: String}`,
};
const countPlain = {
	...ofPartition,
	sql: `
		SELECT count() AS n
		FROM {database: Identifier}.{name: Identifier}
		WHERE _partition_id = {partition: String}`,
};

async function* refuseLateErrors(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
	let tail = Buffer.alloc(0);
	for await (const chunk of source) {
		const seen = Buffer.concat([tail, chunk]);
		if (seen.includes(LATE_ERROR)) throw new Error('the store failed in the middle of a table');
		tail = seen.subarray(-LATE_ERROR.length);
		yield chunk;
	}
}

type TableFile = Manifest['tables'][number];

const dumpPartition = async (
	store: ClickHouseClient,
	folder: string,
	table: KeptTable,
	partition: string,
): Promise<TableFile> => {
	const { database, name, columns, merges } = table;
	const asked = { database, name, partition };
	const [least] = await createQuerier(store)(merges ? countMerged : countPlain)(asked);
	const { stream } = await store.exec({
		query: `
			SELECT *
			FROM {database: Identifier}.{name: Identifier}
			WHERE _partition_id = {partition: String}
			FORMAT TabSeparated`,
		query_params: asked,
	});
	const entry = await writeLines(
		folder,
		`store/${database}.${name}/${partition}.tsv.gz`,
		refuseLateErrors(stream),
	);
	// A connection that ends early looks like an end: rows may have been added meanwhile, never taken away.
	if (entry.count < (least?.n ?? 0)) throw new Error(`${database}.${name} was read in part only`);
	return { ...entry, table: `${database}.${name}`, partition, columns: [...columns] };
};

const dumpOnce = async (
	store: ClickHouseClient,
	folder: string,
	progress: (text: string) => void,
): Promise<TableFile[]> => {
	const files: TableFile[] = [];
	for (const table of await keptTables(store)) {
		progress(`${table.database}.${table.name}`);
		for (const partition of await partitionsOf(store, table))
			files.push(await dumpPartition(store, folder, table, partition));
	}
	return files;
};

/**
 * dumpStore writes every kept table, a file a partition. The tables are read one after the other while the stack runs; what makes
 * them one state is that no week was closed meanwhile: then what was read is what a crash could have left, and a start mends it.
 * Throws when weeks are closed without a pause.
 */
export const dumpStore = async (
	store: ClickHouseClient,
	folder: string,
	progress: (text: string) => void,
): Promise<TableFile[]> => {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		const before = await closedIn(store);
		const files = await dumpOnce(store, folder, progress);
		if ((await closedIn(store)) === before) return files;
		progress('a week was closed meanwhile: once more');
		await rm(join(folder, 'store'), { recursive: true });
	}
	throw new Error('weeks are being closed without a pause: try again when the history is loaded');
};
