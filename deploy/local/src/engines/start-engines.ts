import { join } from 'node:path';
import type { Steps } from '../../bootstrap/steps.mjs';
import type { Supervisor } from '../processes/supervisor.js';
import type { EngineAddresses } from '../services.js';
import type { StackConfig } from '../stack-config.js';
import { startClickHouse } from './clickhouse.js';
import type { Engine } from './engine.js';
import { startKafka } from './kafka.js';
import { findKafka } from './kafka-jars.js';
import { findRedis, startRedis } from './redis.js';

const ENGINE_RANK = 0;

/** Starting is what every engine needs: where it lives, who watches it and where it is told. */
export interface Starting {
	readonly config: StackConfig;
	readonly supervisor: Supervisor;
	readonly steps: Steps;
	/** Remembers each process, so that the next start can end what a crash of ours left. */
	readonly remember: (engine: Engine) => void;
}

/** inUseOrStarted gives the address in the environment, used as it is, or starts the engine. */
const inUseOrStarted = (
	name: string,
	given: string | undefined,
	{ supervisor, steps, remember }: Starting,
	start: (progress: (text: string) => void) => Promise<Engine>,
): Promise<string> =>
	steps.step(name, async (progress) => {
		if (given !== undefined) {
			progress('yours');
			return given;
		}
		const engine = await start(progress);
		supervisor.add(ENGINE_RANK, engine);
		remember(engine);
		progress(engine.address);
		return engine.address;
	});

/** startEngines starts, side by side, each engine whose address the environment does not give. */
export const startEngines = async (starting: Starting): Promise<EngineAddresses> => {
	const { config } = starting;
	const at = (...parts: string[]): string => join(config.dataDir, ...parts);
	// All of them, even when one fails: what was started must be known to be stopped.
	const [kafka, clickhouse, queue] = await Promise.allSettled([
		inUseOrStarted('Kafka', config.KAFKA_BROKERS, starting, async (progress) =>
			startKafka(
				{ port: config.VIGIE_KAFKA_PORT, controllerPort: config.VIGIE_KAFKA_CONTROLLER_PORT },
				at('kafka'),
				at('logs/kafka.log'),
				await findKafka(progress),
			),
		),
		inUseOrStarted('ClickHouse', config.CLICKHOUSE_URL, starting, () =>
			startClickHouse(
				config.VIGIE_CLICKHOUSE_PORT,
				at('clickhouse'),
				at('keys/clickhouse.json'),
				at('logs/clickhouse.log'),
			),
		),
		inUseOrStarted('Redis', config.REDIS_URL, starting, async (progress) =>
			startRedis(await findRedis(progress), config.VIGIE_REDIS_PORT, at('redis'), at('logs/redis.log')),
		),
	]);
	if (kafka.status === 'rejected') throw kafka.reason;
	if (clickhouse.status === 'rejected') throw clickhouse.reason;
	if (queue.status === 'rejected') throw queue.reason;
	return { KAFKA_BROKERS: kafka.value, CLICKHOUSE_URL: clickhouse.value, REDIS_URL: queue.value };
};
