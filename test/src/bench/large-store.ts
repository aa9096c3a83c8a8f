import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { registryRecordsOf } from '@vigie/demonstration/registry-records';
import type { World } from '@vigie/demonstration/world';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { splitIds } from '@vigie/publisher/closing/id-buckets';
import { openCloseQueue } from '@vigie/publisher/enqueue-close';
import { addWeeks, weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { OwnStack } from '../own-stack.js';
import { busyDuring } from './busy.js';
import { GROUP_BY_ID } from './group-by-id.js';
import { fillTopic, makeWeek } from './loader.js';
import { round } from './measure.js';

/** Rows made in one request. */
const AT_ONCE = 1_000_000;
const SETTLED_MS = 3_000;
/** Share of one core that a process at rest may take. */
const AT_REST = 0.15;
const POLL_MS = 200;
const GIVE_UP_MS = 900_000;

/** As many copies of a week's events as are asked for, each under an id and a record key of its own; revisions stay with their event. Copies are not copied again. */
const MULTIPLY = `
INSERT INTO private.events
WITH lower(hex(sipHash128(id, copy))) AS hash
SELECT * EXCEPT (copy) REPLACE
(
	toUUID(
		concat(
			substring(hash, 1, 8), '-', substring(hash, 9, 4), '-4', substring(hash, 14, 3), '-',
			['8', '9', 'a', 'b'][cityHash64(hash) % 4 + 1], substring(hash, 18, 3), '-', substring(hash, 21, 12)
		)
	) AS id,
	sipHash64(hash) AS recordKey,
	1000 AS sourcePartition
)
FROM (SELECT * FROM private.events WHERE receivedWeek = {week: UInt32} AND sourcePartition != 1000) AS source
CROSS JOIN (SELECT number AS copy FROM numbers({first: UInt32}, {copies: UInt32})) AS copies
SETTINGS max_insert_threads = 2`;

/** The same events in another week, under their own ids: only that they are there matters. */
const LAY_BESIDE = `
INSERT INTO private.events
SELECT * REPLACE ({week: UInt32} AS receivedWeek, receivedSlot + toIntervalWeek({later: UInt8}) AS receivedSlot)
FROM (SELECT * FROM private.events WHERE receivedWeek = {from: UInt32} AND id BETWEEN {first: UUID} AND {last: UUID})
SETTINGS max_insert_threads = 2`;

const Counted = z.array(z.object({ n: z.string() }));

const ask = async (client: ClickHouseClient, query: string, params = {}): Promise<number> => {
	const result = await client.query({ query, query_params: params, format: 'JSONEachRow' });
	return Number(Counted.parse(await result.json())[0]?.n);
};

const ROWS = 'SELECT count() AS n FROM private.events WHERE receivedWeek = {week: UInt32}';
const rowsOf = (client: ClickHouseClient, week: string): Promise<number> =>
	ask(client, ROWS, { week: weekNumber(week) });

const until = async (what: string, isTrue: () => Promise<boolean>): Promise<void> => {
	const startedMs = performance.now();
	while (!(await isTrue())) {
		if (performance.now() - startedMs > GIVE_UP_MS) throw new Error(`${what}: not within 15 minutes`);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
};

/** say tells whoever waits what goes on. */
export const say = (what: string): void => void process.stderr.write(`${what}\n`);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** settle waits until the store has merged its parts and no service works any more, as the detector does over what has just come: nobody measures beside them. */
const settle = async (client: ClickHouseClient, stack: OwnStack): Promise<void> => {
	await until('the parts are merged and the services at rest', async () => {
		const busy = await busyDuring(stack, () => pause(SETTLED_MS));
		const working = [...busy].filter(([, share]) => share > AT_REST);
		if (working.length > 0)
			say(`at work: ${working.map(([name, share]) => `${name} ${round(share)}`).join(', ')}`);
		return working.length === 0 && (await ask(client, 'SELECT count() AS n FROM system.merges')) === 0;
	});
};

/** LargeStore is a stack whose weeks can be made as large as is asked for. */
export interface LargeStore {
	/** load sends the world's weeks through the log, as a sender's are. */
	load(weeks: readonly string[]): Promise<void>;
	/** multiply makes a week that many rows large. */
	multiply(week: string, rows: number): Promise<void>;
	/** layBeside copies a large week into the one that comes so much later. */
	layBeside(week: string, rows: number, later: number): Promise<void>;
	/** rows counts a week's events, or all of them. */
	rows(week?: string): Promise<number>;
	/** group takes the plain way over some weeks, close closes one; both in milliseconds. */
	group(weeks: readonly string[]): Promise<number>;
	close(week: string): Promise<number>;
	settle(): Promise<void>;
	end(): Promise<void>;
}

/** openLargeStore gives a stack the structures of a world, and what makes its weeks large. */
export const openLargeStore = async (stack: OwnStack, world: World): Promise<LargeStore> => {
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	await admin.post('/admin/registry/import', registryRecordsOf(world), z.unknown());
	const config = await stack.clickhouseAs('migrator');
	const client = createClickHouse(config, 'vigie-bench');
	const patient = createClient({
		url: config.CLICKHOUSE_URL,
		username: config.CLICKHOUSE_USER,
		password: config.CLICKHOUSE_PASSWORD,
		request_timeout: GIVE_UP_MS,
		log: { level: ClickHouseLogLevel.OFF },
	});
	const redis = createQueueRedis(
		{ REDIS_URL: z.string().parse(stack.env.REDIS_URL) },
		createLogger('bench', 'error'),
	);
	const queue = openCloseQueue({ connection: redis, prefix: '' });
	return {
		load: async (weeks) => {
			for (const week of weeks) {
				const deliveries = makeWeek(world, world.weeks.indexOf(week));
				await fillTopic(stack, new Map([[week, deliveries]]));
				await until(`${week} is loaded`, async () => (await rowsOf(client, week)) >= deliveries.length);
			}
		},
		multiply: async (week, rows) => {
			const source = await rowsOf(client, week);
			const copies = Math.max(1, Math.round(rows / source) - 1);
			const atOnce = Math.ceil(AT_ONCE / source);
			for (let first = 0; first < copies; first += atOnce)
				await patient.command({
					query: MULTIPLY,
					query_params: { week: weekNumber(week), first, copies: Math.min(atOnce, copies - first) },
				});
		},
		layBeside: async (week, rows, later) => {
			const to = weekNumber(addWeeks(week, later));
			for (const bucket of splitIds(Math.ceil(rows / AT_ONCE)))
				await patient.command({
					query: LAY_BESIDE,
					query_params: { from: weekNumber(week), week: to, later, ...bucket },
				});
		},
		rows: (week) =>
			week === undefined ? ask(client, 'SELECT count() AS n FROM private.events') : rowsOf(client, week),
		group: async (weeks) => {
			const startedMs = performance.now();
			const { stream } = await patient.exec({
				query: GROUP_BY_ID,
				query_params: { weeks: weeks.map(weekNumber) },
				// In the order in which they lie: grouped in memory, they would take more than there is, and on disk ten times as long.
				clickhouse_settings: { optimize_aggregation_in_order: 1 },
			});
			for await (const _ of stream);
			return performance.now() - startedMs;
		},
		close: async (week) => {
			const startedMs = performance.now();
			const { outcome } = await queue.close({ week, watermark: {} });
			if (outcome !== 'released') throw new Error(`${week} was not released: ${outcome}`);
			return performance.now() - startedMs;
		},
		settle: () => settle(client, stack),
		end: async () => {
			await queue.end();
			redis.disconnect();
			await Promise.all([client.close(), patient.close()]);
		},
	};
};
