import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { type KeyDirectory, keySourceOf, openKeys } from '@vigie/kit/keys';
import { closeInOrder } from '@vigie/kit/lifecycle';
import { readConfig } from '@vigie/publisher/config';
import { type CloseQueue, openCloseQueue } from '@vigie/publisher/enqueue-close';
import { start } from '@vigie/publisher/start';
import { type TopicNames, topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse, useRedis, useTopics } from '@vigie/test/engines';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import { type Logger, pino } from 'pino';

export interface RunningPublisher {
	readonly url: string;
	readonly env: NodeJS.ProcessEnv;
	readonly kafka: Kafka;
	readonly topics: TopicNames;
	readonly store: ClickHouseClient;
	readonly keys: KeyDirectory;
	readonly queue: CloseQueue;
	/** commit moves the loader's committed position of partition 0, as the loader would once rows are stored. */
	commit(offset: number): Promise<void>;
	/** send writes messages to partition 0 of the events' topic. */
	send(count: number): Promise<void>;
}

export interface RunningOptions {
	readonly logger?: Logger;
	/** What is there before the service starts. */
	readonly before?: (hand: ClickHouseClient, keys: KeyDirectory) => Promise<void>;
}

/** useRunningPublisher starts the service itself on real engines, in a world that began at `since`. */
export const useRunningPublisher = async (
	since: string,
	{ logger = pino({ level: 'silent' }), before }: RunningOptions = {},
): Promise<RunningPublisher> => {
	const [{ brokers, prefix }, redis, clickhouse] = await Promise.all([
		useTopics(),
		useRedis(),
		useClickHouse(),
	]);
	const folder = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	const keys = openKeys(folder, keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'vigie-demo-1' }));
	await keys.ensure('cell');
	const hand = clickhouse.clientOf('migrator');
	await hand.insert({ table: 'state.world', values: [{ world: 'demo', since }], format: 'JSONEachRow' });
	const env = {
		...clickhouse.configOf('publisher'),
		KAFKA_BROKERS: brokers,
		REDIS_URL: redis.address,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: folder,
		VIGIE_PUBLISHER_PORT: '0',
	};
	await before?.(hand, keys);
	const running = await start(readConfig(env), logger);
	cleanUp(() => closeInOrder(running.closings, logger));
	const connection = new Redis(redis.address, { maxRetriesPerRequest: null });
	const queue = openCloseQueue({ connection, prefix });
	cleanUp(async () => {
		await queue.end();
		connection.disconnect();
	});
	const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
	const topics = topicsWithPrefix(prefix);
	const [admin, producer, topic] = [kafka.admin(), kafka.producer(), topics.events];
	await Promise.all([admin.connect(), producer.connect()]);
	cleanUp(() => Promise.all([admin.disconnect(), producer.disconnect()]));
	return {
		url: running.url,
		env,
		kafka,
		topics,
		store: clickhouse.clientOf('publisher'),
		keys,
		queue,
		commit: (offset) =>
			admin.setOffsets({
				groupId: `${prefix}loader-events`,
				topic,
				partitions: [{ partition: 0, offset: String(offset) }],
			}),
		send: async (count) => {
			await producer.send({
				topic,
				messages: Array.from({ length: count }, () => ({ value: '{}', partition: 0 })),
			});
		},
	};
};
