import { join } from 'node:path';
import { kafkaSecurityShape, parseConfig } from '@vigie/kit/config';
import { ensureLongLivedKeys } from '@vigie/local/deploy/long-lived-keys';
import { startEngines } from '@vigie/local/engines/start-engines';
import { createSupervisor } from '@vigie/local/processes/supervisor';
import type { EngineAddresses } from '@vigie/local/services';
import type { StackConfig } from '@vigie/local/stack-config';
import { z } from 'zod';
import { takeLock, whoRuns } from '../../local/bootstrap/lock.mjs';
import type { Steps } from '../../local/bootstrap/steps.mjs';
import type { Place } from './place.js';

/** Given is an environment that names all three engines: a cluster's, or those of docker-compose.yml. */
const given = ({ KAFKA_BROKERS, CLICKHOUSE_URL, REDIS_URL }: StackConfig): EngineAddresses | null =>
	KAFKA_BROKERS && CLICKHOUSE_URL && REDIS_URL ? { KAFKA_BROKERS, CLICKHOUSE_URL, REDIS_URL } : null;

const running = (config: StackConfig): EngineAddresses => ({
	KAFKA_BROKERS: config.KAFKA_BROKERS ?? `127.0.0.1:${config.VIGIE_KAFKA_PORT}`,
	CLICKHOUSE_URL: config.CLICKHOUSE_URL ?? `http://127.0.0.1:${config.VIGIE_CLICKHOUSE_PORT}`,
	REDIS_URL: config.REDIS_URL ?? `redis://127.0.0.1:${config.VIGIE_REDIS_PORT}`,
});

/** keysOf gives the key directory of a stack: the local one's is in its data folder, whatever the environment says. */
export const keysOf = (config: StackConfig): string =>
	(given(config) && config.env.VIGIE_KEYS) || join(config.dataDir, 'keys');

const placeAt = async (config: StackConfig, engines: EngineAddresses): Promise<Place> => {
	const VIGIE_KEYS = keysOf(config);
	const { env } = config;
	const passwords = await ensureLongLivedKeys({ ...config, VIGIE_KEYS });
	return {
		...engines,
		...parseConfig(z.object(kafkaSecurityShape), env),
		world: config.VIGIE_WORLD,
		VIGIE_KEYS,
		VIGIE_TOPIC_PREFIX: env.VIGIE_TOPIC_PREFIX ?? '',
		VIGIE_KAFKA_REPLICATION: Number(env.VIGIE_KAFKA_REPLICATION ?? 1),
		CLICKHOUSE_USER: env.CLICKHOUSE_USER ?? 'migrator',
		CLICKHOUSE_PASSWORD: env.CLICKHOUSE_PASSWORD ?? passwords.migrator,
	};
};

/**
 * withEngines works with the engines that the environment names; else with those of the local stack that runs on this data folder,
 * when `besideServices` allows it; else it starts the local ones for as long as the work lasts.
 */
export const withEngines = async <T>(
	config: StackConfig,
	steps: Steps,
	besideServices: boolean,
	work: (place: Place) => Promise<T>,
): Promise<T> => {
	const named = given(config);
	if (named) return work(await placeAt(config, named));
	if (whoRuns(config.dataDir) !== null) {
		if (!besideServices) throw new Error('Vigie is running on this data: stop it first');
		return work(await placeAt(config, running(config)));
	}
	const lock = takeLock(config.dataDir);
	const supervisor = createSupervisor();
	try {
		await ensureLongLivedKeys({ ...config, VIGIE_KEYS: keysOf(config) });
		const remember = ({ name, pid }: { name: string; pid: number }): void => lock.add(name, pid);
		const engines = await startEngines({ config, supervisor, steps, remember });
		return await work(await placeAt(config, engines));
	} finally {
		await supervisor.stopAll(steps);
		lock.release();
	}
};
