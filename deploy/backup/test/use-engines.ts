import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse, useRedis, useTopics } from '@vigie/test/engines';
import type { Place } from '../src/place.js';

/** useEngines gives the engines of one stack, without services. */
export const useEngines = async (): Promise<Place> => {
	const clickhouse = await useClickHouse();
	const redis = await useRedis();
	const { brokers, prefix } = await useTopics();
	return {
		...clickhouse.configOf('migrator'),
		world: 'demo',
		KAFKA_BROKERS: brokers,
		REDIS_URL: redis.address,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: '/none',
		VIGIE_KAFKA_REPLICATION: 1,
	};
};

/** useFolder gives a place where no backup is yet. */
export const useFolder = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-backup-'));
	cleanUp(() => rm(folder, { recursive: true }));
	return join(folder, 'backup');
};
