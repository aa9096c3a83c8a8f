import { migrate } from '@vigie/clickhouse/migrate';
import { applyTopics } from '@vigie/kafka/topics';
import { createClickHouse, waitForClickHouse } from '@vigie/kit/clickhouse';
import { createKafka } from '@vigie/kit/kafka';
import { systemClock } from '@vigie/schemas/clock';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Logger } from 'pino';
import type { DeployConfig } from './config.js';
import { applyGrants } from './grants.js';
import { handOutKeys } from './hand-out-keys.js';
import { ensureLongLivedKeys } from './long-lived-keys.js';
import { stampWorld } from './world-stamp.js';

/**
 * runDeploy brings a stack to what this version needs: long-lived keys, topics, migrations, grants, world stamp. It can be
 * run again at any time, and refuses to mix worlds. With `dryRun` it only says which migrations are missing.
 */
export const runDeploy = async (config: DeployConfig, logger: Logger, dryRun = false): Promise<void> => {
	const client = createClickHouse(config, 'vigie-deploy');
	await waitForClickHouse(client, logger);
	if (dryRun) {
		logger.info({ migrations: await migrate(client, { dryRun }) }, 'would be applied');
		return client.close();
	}
	const passwords = await ensureLongLivedKeys(config);
	if (config.VIGIE_KEYS_OF) await handOutKeys(config.VIGIE_KEYS, config.VIGIE_KEYS_OF);
	const kafka = createKafka(config, 'vigie-deploy', logger);
	const admin = kafka.admin();
	await admin.connect();
	const topics = await applyTopics(admin, config.VIGIE_TOPIC_PREFIX, config.VIGIE_KAFKA_REPLICATION);
	await admin.disconnect();
	logger.info(topics, 'topics are as they should be');
	logger.info({ migrations: await migrate(client) }, 'the store is up to date');
	if (config.VIGIE_CLICKHOUSE_GRANTS === 'apply') await applyGrants(client, passwords);
	await stampWorld(config.VIGIE_WORLD, {
		kafka,
		client,
		logger,
		registryTopic: topicsWithPrefix(config.VIGIE_TOPIC_PREFIX).registry,
		now: systemClock(config.VIGIE_CLOCK_OFFSET_MS).now(),
	});
	logger.info({ world: config.VIGIE_WORLD }, 'deployed');
	await client.close();
};
