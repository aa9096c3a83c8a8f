import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import type { ClickHouseConfig } from '@vigie/kit/clickhouse';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { closeInOrder } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { readConfig } from '@vigie/loader/config';
import { start } from '@vigie/loader/start';
import type { Admission } from '@vigie/schemas/admitted-event';
import type { EventTable, VersionedEvent } from '@vigie/schemas/event-reader';
import { cleanUp } from '@vigie/test/cleanup';
import { useTopics } from '@vigie/test/engines';
import type { Kafka, Message } from 'kafkajs';
import { vi } from 'vitest';

// Real engines on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const logger = createLogger('loader-test', 'silent');

export const RECORD_KEY = Buffer.alloc(32, 7);

/** admission is what intake would add, with what a test cares about. */
export const admission = (over: Partial<Admission> = {}): Admission => ({
	receivedSlot: '2026-11-10T13:15:00Z',
	channel: 'FORMULAIRE',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'COMMUNE',
	territory: '75',
	reporterToken: '18446744073709551615',
	structureToken: '2',
	organisationToken: '3',
	ownPlatform: false,
	bodyHash: '00000000000000ff',
	...over,
});

/** alert is the shortest event that there is. */
export const alert = (over: Record<string, unknown> = {}) => ({
	id: randomUUID() as string,
	revision: 0,
	retracted: false,
	kind: 'dysfunction.alerted',
	version: '1-0-0',
	taxonomy: '2026.1',
	observedAt: '2026-11-10T12:00:00Z',
	platform: 'AMELI',
	...over,
});

/** message is an admitted event as intake writes it. */
export const message = (
	event: Readonly<Record<string, unknown>> & { readonly id: string },
	over: Partial<Admission> = {},
	partition = 0,
): Message => ({
	key: event.id,
	value: JSON.stringify({ event, admission: admission(over) }),
	partition,
});

/** waitUntil asks every 20 ms until the condition holds; it fails with the message when it never does. */
export const waitUntil = async (condition: () => Promise<boolean>, whatFor: string): Promise<void> => {
	const deadline = performance.now() + 90_000;
	while (!(await condition())) {
		if (performance.now() > deadline) throw new Error(`waited in vain for ${whatFor}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};

export interface Stream {
	readonly prefix: string;
	readonly kafka: Kafka;
	/** env is what a loader of this test reads, for a given engine. */
	env(clickhouse: ClickHouseConfig): NodeJS.ProcessEnv;
	/** send writes messages on `events.v1` (or another topic), in order. */
	send(messages: Message[], topic?: string): Promise<void>;
	/** startLoader runs the loader in this process, with the versions that it knows; `stop` closes it in order and tells whether it was clean. */
	startLoader(
		clickhouse: ClickHouseConfig,
		table?: EventTable<VersionedEvent>,
		readers?: readonly SubjectReader[],
	): Promise<{ url: string; stop(): Promise<boolean> }>;
}

/** useStream gives topics and a key directory of a test's own, and what writes to and reads from them. */
export const useStream = async (): Promise<Stream> => {
	const { brokers, prefix } = await useTopics();
	const keys = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(keys, { recursive: true, force: true }));
	await writeFile(join(keys, 'record.key'), `${RECORD_KEY.toString('hex')}\n`);
	await writeFile(join(keys, 'session.key'), `${'5'.repeat(64)}\n`);
	const kafka = createKafka({ KAFKA_BROKERS: brokers }, 'loader-test', logger);
	const producer = createProducer(kafka);
	await producer.connect();
	cleanUp(() => producer.disconnect());
	const env = (clickhouse: ClickHouseConfig): NodeJS.ProcessEnv => ({
		...clickhouse,
		KAFKA_BROKERS: brokers,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: keys,
		VIGIE_LOADER_PORT: '0',
		// Nothing listens there: no session opens anything, and a loader stores events without Redis.
		REDIS_URL: 'redis://127.0.0.1:1',
		LOG_LEVEL: 'silent',
	});
	return {
		prefix,
		kafka,
		env,
		send: async (messages, topic = 'events.v1') => {
			await producer.send({ topic: `${prefix}${topic}`, acks: -1, messages });
		},
		startLoader: async (clickhouse, table, readers) => {
			const config = readConfig(env(clickhouse));
			const running = await start(config, logger, table, readers && (() => readers));
			let closed: Promise<boolean> | null = null;
			const stop = (): Promise<boolean> => {
				closed ??= closeInOrder(running.closings, logger);
				return closed;
			};
			cleanUp(stop);
			return { url: running.url, stop };
		},
	};
};
