import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startClickHouse } from '@vigie/local/engines/clickhouse';
import { startKafka } from '@vigie/local/engines/kafka';
import { findKafka } from '@vigie/local/engines/kafka-jars';
import { findRedis, startRedis } from '@vigie/local/engines/redis';
import { isPortFree } from '@vigie/local/ports';
import type { StackConfig } from '@vigie/local/stack-config';
import type { Links } from './links.js';
import type { Startable } from './processes.js';

/** enginesOf gives the three engines of a stack as processes that can be started again on the same folders and ports. */
export const enginesOf = async (config: StackConfig, links: Links): Promise<Startable[]> => {
	const at = (...parts: string[]): string => join(config.dataDir, ...parts);
	const [kafka, redis] = [await findKafka(() => undefined), await findRedis(() => undefined)];
	const ports = {
		port: config.VIGIE_KAFKA_PORT,
		controllerPort: config.VIGIE_KAFKA_CONTROLLER_PORT,
		links: links.kafka,
	};
	return [
		{
			name: 'Kafka',
			start: async () => {
				// A killed JVM keeps its ports for a moment, and the next one would die of it.
				while (!(await isPortFree(ports.port)) || !(await isPortFree(ports.controllerPort))) await wait(20);
				return startKafka(ports, at('kafka'), at('logs/kafka.log'), kafka);
			},
		},
		{
			name: 'ClickHouse',
			start: () =>
				startClickHouse(
					config.VIGIE_CLICKHOUSE_PORT,
					at('clickhouse'),
					at('keys/clickhouse.json'),
					at('logs/clickhouse.log'),
				),
		},
		{
			name: 'Redis',
			start: () => startRedis(redis, config.VIGIE_REDIS_PORT, at('redis'), at('logs/redis.log')),
		},
	];
};
