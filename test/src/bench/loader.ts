import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { admit, headersOf } from '@vigie/intake/admission';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { createLogger } from '@vigie/kit/logger';
import { slotOf, weekOf } from '@vigie/schemas/calendar';
import { Event } from '@vigie/schemas/events';
import { topicNames } from '@vigie/schemas/topics';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { alertBody } from './bodies.js';
import { type Figure, median, round } from './measure.js';

const EVENTS = 200_000;
const A_SEND = 2_000;
const ROUNDS = 3;

const sender = {
	id: 'bench-device',
	structure: 'bench-1',
	organisation: 'bench',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'DEPARTEMENT',
	departement: '35',
	body: null,
	channel: 'FORMULAIRE',
} as const;

const count = async (client: ClickHouseClient): Promise<number> => {
	const result = await client.query({
		query: 'SELECT count() AS n FROM private.events',
		format: 'JSONEachRow',
	});
	return Number(z.array(z.object({ n: z.string() })).parse(await result.json())[0]?.n);
};

/** fillTopic writes admitted events to Kafka while the loader is away. */
const fillTopic = async (stack: OwnStack): Promise<void> => {
	const keys = openKeys(stack.keys, keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'vigie-demo-1' }));
	const now = new Date();
	const reception = { receivedSlot: slotOf(now), weekKey: await keys.ensure(`weeks/${weekOf(now)}`) };
	const producer = createProducer(
		createKafka(z.string().parse(stack.env.KAFKA_BROKERS), 'bench', createLogger('bench', 'error')),
	);
	await producer.connect();
	for (let sent = 0; sent < EVENTS; sent += A_SEND) {
		const messages = Array.from({ length: A_SEND }, () => {
			const event = Event.parse(JSON.parse(alertBody()));
			return {
				key: event.id,
				value: JSON.stringify(admit(event, sender, reception)),
				headers: headersOf(event),
			};
		});
		await producer.send({ topic: topicNames.events, acks: -1, messages });
	}
	await producer.disconnect();
};

/** timeLoader measures rows a second between the first rows seen and the last, so that starting the process is left out. */
const timeLoader = async (stack: OwnStack, client: ClickHouseClient): Promise<number> => {
	const before = await count(client);
	await stack.kill('loader');
	await fillTopic(stack);
	await stack.restart('loader');
	let first: { rows: number; atMs: number } | null = null;
	for (;;) {
		const rows = (await count(client)) - before;
		const atMs = performance.now();
		if (rows > 0) first ??= { rows, atMs };
		if (first && rows >= EVENTS) return ((rows - first.rows) * 1000) / (atMs - first.atMs);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};

/** timeStraight inserts the same rows over HTTP, ready-made, in batches as large as the loader's. */
const timeStraight = async (reader: ClickHouseClient, writer: ClickHouseClient): Promise<number> => {
	await writer.command({ query: 'DROP TABLE IF EXISTS private.events_straight' });
	await writer.command({ query: 'CREATE TABLE private.events_straight AS private.events' });
	const result = await reader.query({
		query: 'SELECT * FROM private.events LIMIT {rows: UInt32}',
		query_params: { rows: EVENTS },
		format: 'JSONEachRow',
	});
	const lines = (await result.text()).split('\n').filter((line) => line !== '');
	const bodies = Array.from({ length: Math.ceil(lines.length / 10_000) }, (_, index) =>
		Buffer.from(`${lines.slice(index * 10_000, (index + 1) * 10_000).join('\n')}\n`),
	);
	const startedMs = performance.now();
	for (const body of bodies) {
		const { stream } = await writer.exec({
			query: 'INSERT INTO private.events_straight FORMAT JSONEachRow',
			values: Readable.from([body]),
		});
		stream.resume();
	}
	return (lines.length * 1000) / (performance.now() - startedMs);
};

/** benchLoader compares the loader, Kafka to ClickHouse, with a straight HTTP insert of the same rows. */
export const benchLoader = async (stack: OwnStack): Promise<Figure> => {
	const reader = await clickhouseOf(stack, 'migrator');
	const loads: number[] = [];
	const straights: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		loads.push(await timeLoader(stack, reader));
		straights.push(await timeStraight(reader, reader));
	}
	await reader.close();
	return {
		name: 'loader / straight insert',
		value: round(median(loads) / median(straights)),
		must: 0.4,
		aim: 0.7,
		atLeast: true,
		detail: `${Math.round(median(loads))} against ${Math.round(median(straights))} rows/s, ${EVENTS} rows`,
	};
};
