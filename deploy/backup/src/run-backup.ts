import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Steps } from '../../local/bootstrap/steps.mjs';
import type { Manifest } from './contents.js';
import { mirrorKeys, refuseTogether } from './copy-keys.js';
import { dumpStore } from './dump-store.js';
import { dumpTopics } from './dump-topics.js';
import { syncFolder } from './files.js';
import { type Place, withHands } from './place.js';
import { placed, readPositions } from './positions.js';
import { dumpRedis } from './redis-keys.js';
import { migrationsOf } from './store-tables.js';

export interface BackupOrder {
	/** A folder that does not exist, or is empty. */
	readonly to: string;
	/** A folder outside of it that becomes a copy of the key directory, or null. */
	readonly keys: string | null;
}

const refuseFull = async (folder: string): Promise<void> => {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: give --to a new folder`);
};

/**
 * runBackup writes everything of a stack that cannot be had again, while it runs. The order makes it whole: keys first (a week's may
 * be destroyed meanwhile, with what it protects), then the groups' positions, then the store, which holds at least what lies before
 * them, then the messages after them. `backup.json` comes last.
 */
export const runBackup = async (
	place: Place,
	order: BackupOrder,
	steps: Steps,
	logger: Logger,
): Promise<Manifest> => {
	const { to, keys } = order;
	if (keys !== null) refuseTogether(to, keys);
	await refuseFull(to);
	if (keys !== null)
		await steps.step('keys', async (progress) => {
			progress(`${await mirrorKeys(place.VIGIE_KEYS, keys)} files, apart`);
		});
	return withHands(place, logger, async (hands) => {
		const createdAt = new Date().toISOString();
		const { clusterId } = await hands.admin.describeCluster();
		const positions = await readPositions(hands);
		const tables = await steps.step('ClickHouse', async (progress) => {
			const files = await dumpStore(hands.store, to, progress);
			progress(`${files.reduce((sum, { count }) => sum + count, 0)} rows`);
			return files;
		});
		const topics = await steps.step('Kafka', async (progress) => {
			const dumped = await dumpTopics(hands, to, positions, progress);
			progress(`${dumped.files.reduce((sum, { count }) => sum + count, 0)} messages`);
			return dumped;
		});
		const redis = await steps.step('Redis', async (progress) => {
			const file = await dumpRedis(hands, to);
			progress(`${file.count} keys`);
			return file;
		});
		const manifest: Manifest = {
			format: 1,
			createdAt,
			world: place.world,
			cluster: clusterId,
			migrations: await migrationsOf(hands.store),
			tables,
			topics: [...topics.files],
			redis,
			positions: placed(positions, topics.kept),
		};
		const text = `${JSON.stringify(manifest, null, '\t')}\n`;
		await writeFile(join(to, 'backup.json'), text, { mode: 0o600, flag: 'wx', flush: true });
		await syncFolder(to);
		return manifest;
	});
};
