import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import type { Delivery } from '@vigie/demonstration/arrivals';
import { importWeek } from '@vigie/demonstration/import-week';
import { registryRecordsOf } from '@vigie/demonstration/registry-records';
import { generateWeek } from '@vigie/demonstration/week';
import { createWorld, type World } from '@vigie/demonstration/world';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { createLogger } from '@vigie/kit/logger';
import { weekNumber } from '@vigie/schemas/calendar';
import { topicNames } from '@vigie/schemas/topics';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { type Figure, median, round } from './measure.js';

/** Six times the demonstration's volume: about 60 000 rows a week. */
const VOLUME = 6;
/** Two weeks a round. */
const ROUNDS = 3;
const WEEKS = 6;
const STRAIGHT_ROWS = 10_000;

const count = async (client: ClickHouseClient): Promise<number> => {
	const result = await client.query({
		query: 'SELECT uniqExact(id, revision) AS n FROM private.events',
		format: 'JSONEachRow',
	});
	return Number(z.array(z.object({ n: z.string() })).parse(await result.json())[0]?.n);
};

/** createBenchWorld makes a demonstration of that many weeks, some 60 000 events each. */
export const createBenchWorld = (seed = 'bench', history = WEEKS): World =>
	createWorld({ seed, now: new Date(), history, volume: VOLUME });

/** weeksToLoad are the last six weeks that are over: those that benchClosing closes. */
export const weeksToLoad = (): readonly string[] => createBenchWorld().weeks.slice(0, WEEKS);

/** makeWeek makes the arrivals of a week without the retries, so that rows can be counted. */
export const makeWeek = (world: World, index: number): readonly Delivery[] => {
	const seen = new Set<string>();
	return generateWeek(world, index).filter(({ event }) => {
		const key = `${event.id}/${event.revision}`;
		return !seen.has(key) && seen.add(key);
	});
};

/** fillTopic writes weeks to the log as intake would have. */
export const fillTopic = async (
	stack: OwnStack,
	weeks: ReadonlyMap<string, readonly Delivery[]>,
): Promise<void> => {
	const keys = openKeys(stack.keys, keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'vigie-demo-1' }));
	const brokers = z.string().parse(stack.env.KAFKA_BROKERS);
	const producer = createProducer(
		createKafka({ KAFKA_BROKERS: brokers }, 'vigie-bench', createLogger('bench', 'error')),
	);
	await producer.connect();
	for (const [week, deliveries] of weeks)
		await importWeek(producer, topicNames.events, deliveries, await keys.ensure(`weeks/${week}`));
	await producer.disconnect();
};

/** timeLoader gives rows a second between the first rows seen and the last: starting the process is left out. */
const timeLoader = async (
	stack: OwnStack,
	client: ClickHouseClient,
	weeks: ReadonlyMap<string, readonly Delivery[]>,
): Promise<number> => {
	const total = [...weeks.values()].reduce((sum, { length }) => sum + length, 0);
	const before = await count(client);
	await stack.kill('loader');
	await fillTopic(stack, weeks);
	await stack.restart('loader');
	let first: { rows: number; atMs: number } | null = null;
	for (;;) {
		const rows = (await count(client)) - before;
		const atMs = performance.now();
		if (rows > 0) first ??= { rows, atMs };
		if (first && rows >= total) return ((rows - first.rows) * 1000) / (atMs - first.atMs);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

/** timeStraight inserts the same rows over HTTP, ready-made, into a table like the first. */
export const timeStraight = async (client: ClickHouseClient, weeks: readonly string[]): Promise<number> => {
	await client.command({ query: 'DROP TABLE IF EXISTS private.events_straight' });
	await client.command({ query: 'CREATE TABLE private.events_straight AS private.events' });
	const result = await client.query({
		query: 'SELECT * FROM private.events WHERE receivedWeek IN {weeks: Array(UInt32)}',
		query_params: { weeks: weeks.map(weekNumber) },
		format: 'JSONEachRow',
	});
	const lines = (await result.text()).split('\n').filter((line) => line !== '');
	const bodies = Array.from({ length: Math.ceil(lines.length / STRAIGHT_ROWS) }, (_, index) =>
		Buffer.from(`${lines.slice(index * STRAIGHT_ROWS, (index + 1) * STRAIGHT_ROWS).join('\n')}\n`),
	);
	const startedMs = performance.now();
	for (const body of bodies) {
		const { stream } = await client.exec({
			query: 'INSERT INTO private.events_straight FORMAT JSONEachRow',
			values: Readable.from([body]),
		});
		stream.resume();
	}
	return (lines.length * 1000) / (performance.now() - startedMs);
};

/** benchLoader compares the loader, Kafka to ClickHouse, with a straight HTTP insert of the same rows. */
export const benchLoader = async (stack: OwnStack): Promise<Figure> => {
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	await admin.post('/admin/registry/import', registryRecordsOf(createBenchWorld()), z.unknown());
	const client = await clickhouseOf(stack, 'migrator');
	const loads: number[] = [];
	const straights: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		const pair = weeksToLoad().slice(2 * turn, 2 * turn + 2);
		const weeks = new Map(pair.map((week, index) => [week, makeWeek(createBenchWorld(), 2 * turn + index)]));
		loads.push(await timeLoader(stack, client, weeks));
		straights.push(await timeStraight(client, pair));
	}
	await client.close();
	return {
		name: 'loader / straight insert',
		value: round(median(loads) / median(straights)),
		must: 0.4,
		aim: 0.7,
		atLeast: true,
		detail: `${Math.round(median(loads))} against ${Math.round(median(straights))} rows/s`,
	};
};
