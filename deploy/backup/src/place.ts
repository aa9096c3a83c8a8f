import type { ClickHouseClient } from '@clickhouse/client';
import { type ClickHouseConfig, createClickHouse } from '@vigie/kit/clickhouse';
import { createKafka, type KafkaAccess } from '@vigie/kit/kafka';
import { createQueueRedis, type RedisAccess } from '@vigie/kit/redis';
import type { Redis } from 'ioredis';
import type { Admin, Kafka } from 'kafkajs';
import type { Logger } from 'pino';

/** Place is where a stack's data is: its engines and its key directory. */
export interface Place extends ClickHouseConfig, KafkaAccess, RedisAccess {
	readonly world: 'demo' | 'real';
	readonly VIGIE_TOPIC_PREFIX: string;
	readonly VIGIE_KEYS: string;
	/** How many brokers hold each topic that a restore has to make. */
	readonly VIGIE_KAFKA_REPLICATION: number;
}

/** Hands are the connections that a backup or a restore works with. */
export interface Hands {
	readonly place: Place;
	readonly store: ClickHouseClient;
	readonly kafka: Kafka;
	readonly admin: Admin;
	readonly redis: Redis;
}

/** withHands connects to the engines of a place, and lets them go whatever happens. */
export const withHands = async <T>(
	place: Place,
	logger: Logger,
	work: (hands: Hands) => Promise<T>,
): Promise<T> => {
	const store = createClickHouse(place, 'vigie-backup');
	const kafka = createKafka(place, 'vigie-backup', logger);
	const admin = kafka.admin();
	const redis = createQueueRedis(place, logger);
	try {
		await admin.connect();
		return await work({ place, store, kafka, admin, redis });
	} finally {
		redis.disconnect();
		await admin.disconnect().catch(() => undefined);
		await store.close();
	}
};
