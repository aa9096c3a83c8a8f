import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { registryRecordsOf } from '@vigie/demonstration/registry-records';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { splitIds } from '@vigie/publisher/closing/id-buckets';
import { openCloseQueue } from '@vigie/publisher/enqueue-close';
import { addWeeks, monthOfWeek, weekNumber, weeksOfPeriod } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { OwnStack } from '../own-stack.js';
import { createBenchWorld, fillTopic, makeWeek } from './loader.js';
import { type Figure, median, round } from './measure.js';

/** Share of the full size: a tenth shows whether the bench runs. */
const SCALE = z.coerce.number().positive().max(1).default(1).parse(process.env.VIGIE_BENCH_SCALE);
const SMALL = 1_000_000 * SCALE;
const LARGE = 25_000_000 * SCALE;
/** Enough weeks to hold a whole month, of five weeks at most, and one more. */
const HISTORY = 11;
/** Weeks of the large size that lie beside it in the end: a hundred million events in all. */
const BESIDE = 3;
/** Rows made in one request. */
const AT_ONCE = 1_000_000;
const SETTLED_MS = 3_000;
const POLL_MS = 200;
const GIVE_UP_MS = 900_000;
const ROUNDS = 5;
const REQUESTS = 400;

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

/** The plain way to the same events, in the order in which they lie: grouped in memory, they would take more than there is, and on disk ten times as long. */
const GROUP_BY_ID = `
SELECT
	id,
	min(receivedSlot),
	argMax(
		(
			retracted, kind, platform, failureKind, step, benefit, consequence,
			nonTakeUpType, referralFrom, referralTo, loop
		),
		(revision, firstWins)
	),
	argMax((territory, roleFamily, structureToken, recordKey), firstWins)
FROM private.events
WHERE receivedWeek IN {weeks: Array(UInt32)}
GROUP BY id
FORMAT Null
SETTINGS optimize_aggregation_in_order = 1`;

const isIn =
	(weeks: readonly string[]) =>
	(week: string): boolean =>
		weeks.includes(week);

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

/** settle waits until the store has merged its parts: nobody measures beside it. */
const settle = async (client: ClickHouseClient): Promise<void> => {
	let quietSinceMs = performance.now();
	await until('the parts are merged', async () => {
		if ((await ask(client, 'SELECT count() AS n FROM system.merges')) > 0) quietSinceMs = performance.now();
		return performance.now() - quietSinceMs > SETTLED_MS;
	});
};

const Lock = z.object({ children: z.array(z.object({ name: z.string(), pid: z.int() })) });

/** memoryOf follows the memory of an engine or service, in bytes: what it takes at most from here on, above what it has now. */
const memoryOf = async (stack: OwnStack, name: string): Promise<() => Promise<number>> => {
	const { children } = Lock.parse(JSON.parse(await readFile(join(stack.keys, '..', 'lock.json'), 'utf8')));
	const pid = children.findLast((child) => child.name === name)?.pid;
	if (pid === undefined) throw new Error(`${name} does not run`);
	const read = async (field: 'VmRSS' | 'VmHWM'): Promise<number> => {
		const status = await readFile(`/proc/${pid}/status`, 'utf8');
		return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
	};
	// Begins the high-water mark anew (proc(5)).
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	const before = await read('VmRSS');
	return async () => (await read('VmHWM')) - before;
};

const say = (what: string): void => void process.stderr.write(`${what}\n`);

const gigabytes = (bytes: number): number => round(bytes / 1e9);

const percentile95 = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(0.95 * values.length)] ?? Number.POSITIVE_INFINITY;

/** timeTable gives the 95th percentile of asking for a released table, in milliseconds; the median of some rounds. */
const timeTable = async (url: string): Promise<number> => {
	const rounds: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		const times: number[] = [];
		for (let request = 0; request < REQUESTS; request += 1) {
			const startedMs = performance.now();
			const response = await fetch(url);
			await response.arrayBuffer();
			if (response.status !== 200) throw new Error(`${url} was answered ${response.status}`);
			times.push(performance.now() - startedMs);
		}
		rounds.push(percentile95(times));
	}
	return median(rounds);
};

/**
 * benchLarge closes a week of 25 million events, and asks for a released table beside one million and a hundred million: it takes about
 * half an hour and 20 GB of disk, so that it runs only when it is named.
 */
export const benchLarge = async (stack: OwnStack): Promise<Figure[]> => {
	const world = createBenchWorld('large', HISTORY);
	// A whole month, whose release holds the largest tables that files are made of, and the week after it.
	const month = world.weeks.map(monthOfWeek).find((name) => weeksOfPeriod(name).every(isIn(world.weeks)));
	const [small, large] = [weeksOfPeriod(month ?? ''), addWeeks(weeksOfPeriod(month ?? '').at(-1) ?? '', 1)];
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
	const redis = createQueueRedis(z.string().parse(stack.env.REDIS_URL), createLogger('bench', 'error'));
	const queue = openCloseQueue({ connection: redis, prefix: '' });
	const close = async (week: string): Promise<number> => {
		const startedMs = performance.now();
		const { outcome } = await queue.close({ week, watermark: {} });
		if (outcome !== 'released') throw new Error(`${week} was not released: ${outcome}`);
		return performance.now() - startedMs;
	};
	const multiply = async (week: string, rows: number): Promise<void> => {
		const source = await rowsOf(client, week);
		const copies = Math.max(1, Math.round(rows / source) - 1);
		const atOnce = Math.ceil(AT_ONCE / source);
		for (let first = 0; first < copies; first += atOnce)
			await patient.command({
				query: MULTIPLY,
				query_params: { week: weekNumber(week), first, copies: Math.min(atOnce, copies - first) },
			});
	};
	const weeks = [...small, large];
	for (const week of weeks) {
		const deliveries = makeWeek(world, world.weeks.indexOf(week));
		await fillTopic(stack, new Map([[week, deliveries]]));
		await until(`${week} is loaded`, async () => (await rowsOf(client, week)) >= deliveries.length);
	}

	say('a million events…');
	for (const week of small) await multiply(week, SMALL / small.length);
	await settle(client);
	for (const week of small) await close(week);
	await settle(client);
	const table = `${stack.url}/v1/releases/${month}/departement-platform.json`;
	const besideSmall = await timeTable(table);

	say('twenty-five million events of a week, and three such weeks beside it…');
	await multiply(large, LARGE);
	// Not the week after it, in which its revisions would be looked for.
	for (let later = 2; later <= BESIDE + 1; later += 1)
		for (const bucket of splitIds(Math.ceil(LARGE / AT_ONCE)))
			await patient.command({
				query: LAY_BESIDE,
				query_params: {
					from: weekNumber(large),
					week: weekNumber(addWeeks(large, later)),
					later,
					...bucket,
				},
			});
	await settle(client);
	const rows = await rowsOf(client, large);
	say(`grouping ${rows} events…`);
	const groupedMs = await (async () => {
		const startedMs = performance.now();
		const { stream } = await patient.exec({
			query: GROUP_BY_ID,
			query_params: { weeks: weeks.map(weekNumber) },
		});
		for await (const _ of stream);
		return performance.now() - startedMs;
	})();
	say(`closing them (${Math.round(groupedMs)} ms to group)…`);
	const engine = await memoryOf(stack, 'ClickHouse');
	const publisher = await memoryOf(stack, 'publisher');
	const closedMs = await close(large);
	const memory = { engine: gigabytes(await engine()), publisher: gigabytes(await publisher()) };

	const all = await ask(client, 'SELECT count() AS n FROM private.events');
	await settle(client);
	const besideLarge = await timeTable(table);
	await queue.end();
	redis.disconnect();
	await Promise.all([client.close(), patient.close()]);
	return [
		{
			name: 'large closing / GROUP BY id',
			value: round(closedMs / groupedMs),
			must: 3,
			aim: 2,
			atLeast: false,
			detail: `${rows} events: ${Math.round(closedMs)} ms against ${Math.round(groupedMs)} ms`,
		},
		{
			name: 'large closing, memory (GB)',
			value: round(memory.engine + memory.publisher),
			must: 2,
			aim: 1,
			atLeast: false,
			detail: `at most, above what was there: store ${memory.engine}, publisher ${memory.publisher}`,
		},
		{
			name: 'released table, p95 (ms)',
			value: round(besideLarge),
			must: 20,
			aim: 5,
			atLeast: false,
			detail: `${table.split('/').at(-1)} through the gateway, ${all} events in the store`,
		},
		{
			name: 'released table, 100 M / 1 M',
			value: round(besideLarge / besideSmall),
			must: 1.2,
			aim: 1,
			atLeast: false,
			detail: `p95 ${round(besideLarge)} ms against ${round(besideSmall)} ms`,
		},
	];
};
