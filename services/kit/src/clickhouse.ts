import {
	type ClickHouseClient,
	ClickHouseLogLevel,
	type ClickHouseSettings,
	createClient,
} from '@clickhouse/client';
import type { Logger } from 'pino';
import { z } from 'zod';

/**
 * pinnedSettings are all the settings Vigie relies on: their defaults changed between versions of the engine, and some
 * of those changes lose precision or errors in silence.
 */
export const pinnedSettings = {
	async_insert: 0,
	wait_end_of_query: 1,
	output_format_json_quote_64bit_integers: 1,
	input_format_skip_unknown_fields: 0,
	date_time_input_format: 'best_effort',
	date_time_output_format: 'iso',
	deduplicate_blocks_in_dependent_materialized_views: 1,
	insert_deduplicate: 1,
	join_use_nulls: 0,
	mutations_sync: '2',
} as const satisfies ClickHouseSettings;

export interface ClickHouseConfig {
	readonly CLICKHOUSE_URL: string;
	readonly CLICKHOUSE_USER: string;
	readonly CLICKHOUSE_PASSWORD: string;
	readonly VIGIE_CA?: string;
}

/** createClickHouse makes the client of a service; its user decides, in the engine, what it can read. */
export const createClickHouse = (config: ClickHouseConfig, application: string): ClickHouseClient =>
	createClient({
		url: config.CLICKHOUSE_URL,
		username: config.CLICKHOUSE_USER,
		password: config.CLICKHOUSE_PASSWORD,
		application,
		...(config.VIGIE_CA && { tls: { ca_cert: Buffer.from(config.VIGIE_CA) } }),
		request_timeout: 60_000,
		max_open_connections: 10,
		compression: { request: false, response: false },
		// Below every server's own keep-alive, or a request may be sent on a socket that is being closed.
		keep_alive: { enabled: true, idle_socket_ttl: 2_000 },
		// Parameters too long for an address go into the body: a server breaks the connection in the middle of such an address.
		use_multipart_params_auto: true,
		clickhouse_settings: pinnedSettings,
		// It would write statements and parameters to the console; every error is thrown, and its caller logs what may be logged.
		log: { level: ClickHouseLogLevel.OFF },
	});

/** Querier runs one question: parameters are validated before, each row after; the row type is inferred from `row`. */
export type Querier = <Params extends z.ZodType, Row extends z.ZodType>(question: {
	/** One literal, with typed bindings. */
	readonly sql: string;
	readonly params: Params;
	readonly row: Row;
}) => (values: z.input<Params>) => Promise<z.infer<Row>[]>;

/** createQuerier makes the port that reads ClickHouse. */
export const createQuerier =
	(client: ClickHouseClient): Querier =>
	({ sql, params, row }) =>
	async (values) => {
		const query_params = z.record(z.string(), z.unknown()).parse(params.parse(values));
		const result = await client.query({ query: sql, query_params, format: 'JSONEachRow' });
		const rows = z.array(row).safeParse(await result.json());
		// Not as a ZodError: servers answer those as the caller's mistake, and this one is ours.
		if (!rows.success) throw new Error('ClickHouse answered rows of another shape', { cause: rows.error });
		return rows.data;
	};

/** waitForClickHouse resolves when the engine answers, trying until `signal` aborts. */
export const waitForClickHouse = async (
	client: ClickHouseClient,
	logger: Logger,
	signal?: AbortSignal,
): Promise<void> => {
	for (let attempt = 1; !signal?.aborted; attempt += 1) {
		const answer = await client.ping({ select: true });
		if (answer.success) return;
		// Its code alone (ECONNREFUSED, CERT_HAS_EXPIRED): a message may repeat an address.
		const reason = 'code' in answer.error ? answer.error.code : answer.error.name;
		if (attempt % 20 === 1) logger.warn({ attempt, reason }, 'waiting for ClickHouse');
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
};
