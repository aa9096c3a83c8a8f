import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from '@vigie/clickhouse/migrate';
import { Manifest } from './contents.js';
import { hashOf } from './files.js';

const readText = async (folder: string): Promise<string> => {
	try {
		return await readFile(join(folder, 'backup.json'), 'utf8');
	} catch {
		throw new Error(`${folder} is no backup, or one that did not come to its end: it has no backup.json`);
	}
};

const refuseOtherVersion = async ({ migrations }: Manifest): Promise<void> => {
	const known = new Map((await readMigrations()).map(({ name, sha256 }) => [name, sha256]));
	for (const { name, sha256 } of migrations)
		if (known.get(name) !== sha256)
			throw new Error(`the backup was taken by another version of Vigie: ${name} is not the same here`);
};

/** readBackup reads a backup and checks every byte of it. Throws a sentence when something is missing, changed or newer than this version. */
export const readBackup = async (folder: string, world: 'demo' | 'real'): Promise<Manifest> => {
	const manifest = Manifest.parse(JSON.parse(await readText(folder)));
	if (manifest.world !== world)
		throw new Error(`this is a backup of a ${manifest.world} world, not of a ${world} one`);
	await refuseOtherVersion(manifest);
	for (const { path, sha256 } of [...manifest.tables, ...manifest.topics, manifest.redis]) {
		const found = await hashOf(join(folder, path)).catch(() => 'nothing');
		if (found !== sha256)
			throw new Error(`${path} is missing or was changed: this backup cannot be restored`);
	}
	return manifest;
};
