import type { ClickHouseClient } from '@clickhouse/client';
import { databases } from '@vigie/clickhouse/roles';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';
import { leftOut } from './contents.js';

/** KeptTable is a table whose rows are kept, with its columns in order. */
export interface KeptTable {
	readonly database: string;
	readonly name: string;
	readonly columns: readonly string[];
	/** True when the engine merges rows into one: copies may be fewer the next moment. */
	readonly merges: boolean;
}

const listTables = {
	sql: `
		SELECT
			tables.database AS database,
			tables.name AS name,
			arrayMap(column -> column.2, arraySort(groupArray((columns.position, columns.name)))) AS columns,
			any(tables.engine) LIKE '%Replacing%' AS merges
		FROM system.tables AS tables
		INNER JOIN system.columns AS columns ON columns.database = tables.database AND columns.table = tables.name
		WHERE tables.database IN {databases: Array(String)}
			AND tables.engine LIKE '%MergeTree'
			AND columns.default_kind NOT IN ('ALIAS', 'MATERIALIZED')
		GROUP BY tables.database, tables.name
		ORDER BY database, name`,
	params: z.object({ databases: z.array(z.string()) }),
	row: z.object({
		database: z.string(),
		name: z.string(),
		columns: z.array(z.string()),
		merges: z.coerce.boolean(),
	}),
};

/** keptTables lists, from the store itself, every table that a backup keeps: those that a migration added are among them. */
export const keptTables = async (store: ClickHouseClient): Promise<KeptTable[]> => {
	const found = await createQuerier(store)(listTables)({ databases: [...databases] });
	return found.filter(({ database, name }) => !leftOut.includes(`${database}.${name}`));
};

const listPartitions = {
	sql: `
		SELECT DISTINCT _partition_id AS partition
		FROM {database: Identifier}.{name: Identifier}
		ORDER BY partition`,
	params: z.object({ database: z.string(), name: z.string() }),
	row: z.object({ partition: z.string() }),
};

/** partitionsOf lists the partitions of a table that hold rows. */
export const partitionsOf = async (
	store: ClickHouseClient,
	{ database, name }: KeptTable,
): Promise<string[]> =>
	(await createQuerier(store)(listPartitions)({ database, name })).map(({ partition }) => partition);

const listMigrations = {
	sql: 'SELECT name, sha256 FROM vigie_meta.migrations ORDER BY name',
	params: z.object({}),
	row: z.object({ name: z.string(), sha256: z.string() }),
};

/** migrationsOf lists what was applied to a store. */
export const migrationsOf = (store: ClickHouseClient): Promise<{ name: string; sha256: string }[]> =>
	createQuerier(store)(listMigrations)({});

const readClosed = {
	sql: `
		SELECT
			arraySort(groupUniqArray(name)) AS closed
		FROM
		(
			SELECT week AS name FROM state.closings
			UNION ALL
			SELECT concat(release, ' ', hash) AS name FROM published.manifest
		)`,
	params: z.object({}),
	row: z.object({ closed: z.array(z.string()) }),
};

/** closedIn tells which weeks are closed and which releases published. */
export const closedIn = async (store: ClickHouseClient): Promise<string> =>
	JSON.stringify(await createQuerier(store)(readClosed)({}));
