import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import type { Delivery } from '@vigie/demonstration/arrivals';
import { importWeek } from '@vigie/demonstration/import-week';
import { registryRecordsOf } from '@vigie/demonstration/registry-records';
import { generateWeek } from '@vigie/demonstration/week';
import { createWorld } from '@vigie/demonstration/world';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { createLogger } from '@vigie/kit/logger';
import { addWeeks, weekOf } from '@vigie/schemas/calendar';
import { topicNames } from '@vigie/schemas/topics';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { type Figure, median, round } from './measure.js';

/** Twenty-five times the demonstration's volume: about 200 000 events a week. */
const VOLUME = 25;
const ROUNDS = 3;
const STRAIGHT_ROWS = 10_000;

const count = async (client: ClickHouseClient): Promise<number> => {
	const result = await client.query({
		query: 'SELECT uniqExact(id, revision) AS n FROM private.events',
		format: 'JSONEachRow',
	});
	return Number(z.array(z.object({ n: z.string() })).parse(await result.json())[0]?.n);
};

/** weekToLoad is the last week that is over: the one that benchClosing closes. */
export const weekToLoad = (): string => addWeeks(weekOf(new Date()), -1);

const makeWeek = (round: number): readonly Delivery[] => {
	const world = createWorld({ seed: `bench-${round}`, now: new Date(), history: 1, volume: VOLUME });
	const seen = new Set<string>();
	return generateWeek(world, 0).filter(({ event }) => {
		const key = `${event.id}/${event.revision}`;
		return !seen.has(key) && seen.add(key);
	});
};

const fillTopic = async (stack: OwnStack, deliveries: readonly Delivery[]): Promise<void> => {
	const keys = openKeys(stack.keys, keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'vigie-demo-1' }));
	const brokers = z.string().parse(stack.env.KAFKA_BROKERS);
	const producer = createProducer(createKafka(brokers, 'vigie-bench', createLogger('bench', 'error')));
	await producer.connect();
	await importWeek(producer, topicNames.events, deliveries, await keys.ensure(`weeks/${weekToLoad()}`));
	await producer.disconnect();
};

/** timeLoader gives rows a second between the first rows seen and the last: starting the process is left out. */
const timeLoader = async (
	stack: OwnStack,
	client: ClickHouseClient,
	deliveries: readonly Delivery[],
): Promise<number> => {
	const before = await count(client);
	await stack.kill('loader');
	await fillTopic(stack, deliveries);
	await stack.restart('loader');
	let first: { rows: number; atMs: number } | null = null;
	for (;;) {
		const rows = (await count(client)) - before;
		const atMs = performance.now();
		if (rows > 0) first ??= { rows, atMs };
		if (first && rows >= deliveries.length) return ((rows - first.rows) * 1000) / (atMs - first.atMs);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

/** timeStraight inserts the same rows over HTTP, ready-made, into a table like the first. */
const timeStraight = async (client: ClickHouseClient, rows: number): Promise<number> => {
	await client.command({ query: 'DROP TABLE IF EXISTS private.events_straight' });
	await client.command({ query: 'CREATE TABLE private.events_straight AS private.events' });
	const result = await client.query({
		query: 'SELECT * FROM private.events LIMIT {rows: UInt32}',
		query_params: { rows },
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
	await admin.post(
		'/admin/registry/import',
		registryRecordsOf(createWorld({ seed: 'bench-0', now: new Date(), history: 1 })),
		z.unknown(),
	);
	const client = await clickhouseOf(stack, 'migrator');
	const loads: number[] = [];
	const straights: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		const deliveries = makeWeek(turn);
		loads.push(await timeLoader(stack, client, deliveries));
		straights.push(await timeStraight(client, deliveries.length));
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
