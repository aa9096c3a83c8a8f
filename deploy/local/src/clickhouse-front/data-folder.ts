import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderUsersConfig } from '@vigie/clickhouse/roles';
import { Engine } from './engine.js';
import type { NativeAddon } from './native.js';

function xml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// The engine locks this file and writes its process there; the addon says nothing of why it could not start.
function holderOf(engineFolder: string): number | undefined {
	try {
		const pid = Number(/^PID: (\d+)/.exec(readFileSync(join(engineFolder, 'status'), 'utf8'))?.[1]);
		process.kill(pid, 0);
		return pid === process.pid ? undefined : pid;
	} catch {
		return undefined;
	}
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
		const holder = holderOf(join(root, 'engine'));
		if (holder === undefined) throw error;
		throw new Error(`Another process (${holder}) already uses the data folder ${root}: stop it first.`, {
			cause: error,
		});
	}
}
