import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';

/** readRows reads a query's rows by a schema. */
export const readRows = async <Row extends z.ZodType>(
	client: ClickHouseClient,
	query: string,
	query_params: Record<string, unknown>,
	row: Row,
): Promise<z.infer<Row>[]> => {
	const result = await client.query({ query, query_params, format: 'JSONEachRow' });
	return z.array(row).parse(await result.json());
};

const Uint64 = z.string().transform(Number);

const FactsRow = z.object({
	node: z.string(),
	coordinates: z.array(z.string()),
	n: z.int(),
	kappa: z.string(),
	structures: z.int(),
	top: z.int(),
	withheld: z.enum(['none', 'open', 'both']),
});
export type FactsRow = z.infer<typeof FactsRow>;

/** factsOf reads the frozen facts of a release, by `node/codes`. */
export const factsOf = async (client: ClickHouseClient, release: string): Promise<Map<string, FactsRow>> => {
	const rows = await readRows(
		client,
		'SELECT node, coordinates, n, kappa, structures, top, withheld FROM private.cell_facts FINAL WHERE release = {release: String}',
		{ release },
		FactsRow,
	);
	return new Map(rows.map((row) => [[row.node, ...row.coordinates].join('/'), row]));
};

const CellRow = z.object({
	node: z.string(),
	coordinates: z.array(z.string()),
	y: z.int().nullable(),
	openFlag: z.string(),
	signedFlag: z.string(),
});
export type CellRow = z.infer<typeof CellRow>;

/** cellsOf reads the published cells of a release, by `node/codes`. */
export const cellsOf = async (client: ClickHouseClient, release: string): Promise<Map<string, CellRow>> => {
	const rows = await readRows(
		client,
		'SELECT node, coordinates, y, openFlag, signedFlag FROM published.cells FINAL WHERE release = {release: String}',
		{ release },
		CellRow,
	);
	return new Map(rows.map((row) => [[row.node, ...row.coordinates].join('/'), row]));
};

/** manifestsOf lists the releases that exist. */
export const manifestsOf = async (client: ClickHouseClient): Promise<string[]> => {
	const rows = await readRows(
		client,
		'SELECT release FROM published.manifest FINAL ORDER BY release',
		{},
		z.object({ release: z.string() }),
	);
	return rows.map(({ release }) => release);
};

/** tokensLeft counts the events of a week that still hold a token. */
export const tokensLeft = async (client: ClickHouseClient, week: number): Promise<number> => {
	const [row] = await readRows(
		client,
		'SELECT countIf(reporterToken != 0 OR structureToken != 0 OR organisationToken != 0) AS left FROM private.events WHERE receivedWeek = {week: UInt32}',
		{ week },
		z.object({ left: Uint64 }),
	);
	return row?.left ?? 0;
};

/** rowsIn counts the rows of `database.table`. */
export const rowsIn = async (client: ClickHouseClient, name: string): Promise<number> => {
	const [database, table] = name.split('.');
	const [row] = await readRows(
		client,
		'SELECT count() AS rows FROM {database: Identifier}.{table: Identifier}',
		{ database, table },
		z.object({ rows: Uint64 }),
	);
	return row?.rows ?? 0;
};
