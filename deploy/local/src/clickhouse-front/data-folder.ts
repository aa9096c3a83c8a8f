import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderUsersConfig } from '@vigie/clickhouse/roles';
import { Engine } from './engine.js';
import type { NativeAddon } from './native.js';

function xml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * openDataFolder writes the engine's configuration into `dataDir` and opens the engine there. A folder serves one
 * process at a time; a second one is told so.
 */
export async function openDataFolder(addon: NativeAddon, dataDir: string): Promise<Engine> {
	const root = resolve(dataDir);
	const configuration = join(root, 'configuration');
	mkdirSync(configuration, { recursive: true, mode: 0o700 });
	const users = join(configuration, 'users.xml');
	const config = join(configuration, 'config.xml');
	writeFileSync(users, renderUsersConfig(), { mode: 0o600 });
	writeFileSync(config, `<clickhouse><users_config>${xml(users)}</users_config></clickhouse>\n`, {
		mode: 0o600,
	});
	try {
		return await Engine.open(addon, join(root, 'engine'), config);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		if (!/Code: 76\b|CANNOT_OPEN_FILE|lock/i.test(message)) throw error;
		throw new Error(
			`Another process already uses the data folder ${root}: stop it, or choose another folder.`,
			{
				cause: error,
			},
		);
	}
}
