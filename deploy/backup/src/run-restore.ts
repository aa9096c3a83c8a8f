import { migrate } from '@vigie/clickhouse/migrate';
import { applyTopics } from '@vigie/kafka/topics';
import type { Logger } from 'pino';
import type { Steps } from '../../local/bootstrap/steps.mjs';
import type { Manifest } from './contents.js';
import { loadStore, refuseFullStore } from './load-store.js';
import { isSameLog, loadTopics } from './load-topics.js';
import { type Hands, type Place, withHands } from './place.js';
import { setPositions } from './positions.js';
import { loadRedis } from './redis-keys.js';
import { migrationsOf } from './store-tables.js';

const refuseRunning = async ({ admin, place }: Hands, { positions }: Manifest): Promise<void> => {
	const groups = [...new Set(positions.map(({ group }) => `${place.VIGIE_TOPIC_PREFIX}${group}`))];
	if (groups.length === 0) return;
	const described = await admin.describeGroups(groups);
	const busy = described.groups.filter(({ members }) => members.length > 0);
	if (busy.length > 0) throw new Error('services are running on these engines: stop them first');
};

const bringStoreThere = async ({ store }: Hands, { migrations }: Manifest): Promise<void> => {
	const last = migrations.at(-1)?.name;
	if (last === undefined) return;
	await migrate(store, { until: last });
	const applied = (await migrationsOf(store)).at(-1)?.name;
	if (applied !== last) throw new Error('this store is newer than the backup: restore first, then deploy');
};

/**
 * runRestore puts a backup into empty engines, or beside the log that it was taken beside: then only the store and the queues are
 * restored, and what came after the backup is read again from the log. Nothing of a half-done restore may be used: start again empty.
 */
export const runRestore = async (
	place: Place,
	folder: string,
	manifest: Manifest,
	steps: Steps,
	logger: Logger,
): Promise<{ readonly sameLog: boolean }> =>
	withHands(place, logger, async (hands) => {
		await refuseRunning(hands, manifest);
		await applyTopics(hands.admin, place.VIGIE_TOPIC_PREFIX, place.VIGIE_KAFKA_REPLICATION);
		const sameLog = await isSameLog(hands, manifest);
		await steps.step('ClickHouse', async (progress) => {
			await bringStoreThere(hands, manifest);
			await refuseFullStore(hands.store);
			progress(`${await loadStore(hands.store, folder, manifest, progress)} rows`);
		});
		await steps.step('Kafka', async (progress) => {
			if (sameLog) progress('its log is still there');
			else progress(`${await loadTopics(hands, folder, manifest, progress)} messages`);
			// Hours may have passed since it was asked first.
			await refuseRunning(hands, manifest);
			await setPositions(hands, manifest, sameLog);
		});
		await steps.step('Redis', async (progress) => {
			progress(`${await loadRedis(hands, folder, manifest)} keys`);
		});
		return { sameLog };
	});
