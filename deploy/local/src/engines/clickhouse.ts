import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../bootstrap/data-folder.mjs';
import { startChild } from '../processes/child.js';
import { waitUntil } from '../processes/wait-until.js';
import type { Engine } from './engine.js';

const entry = join(projectRoot, 'deploy/local/dist/clickhouse-front/server.js');

/**
 * startClickHouse starts the ClickHouse engine behind its HTTP front, in a process of its own. `credentials` is the file of
 * the roles' passwords.
 */
export const startClickHouse = async (
	port: number,
	dataDir: string,
	credentials: string,
	logFile: string,
): Promise<Engine> => {
	await mkdir(dataDir, { recursive: true });
	const child = await startChild({
		name: 'ClickHouse',
		command: process.execPath,
		args: ['--enable-source-maps', entry],
		env: {
			...process.env,
			// Each running query holds one of these threads; with the default four, files could not be read any more.
			UV_THREADPOOL_SIZE: '16',
			VIGIE_CLICKHOUSE_PORT: String(port),
			VIGIE_CLICKHOUSE_DATA: dataDir,
			VIGIE_CLICKHOUSE_CREDENTIALS: credentials,
		},
		logFile,
	});
	const address = `http://127.0.0.1:${port}`;
	try {
		await waitUntil(child, async () => (await fetch(`${address}/ping`)).ok);
	} catch (err) {
		await child.kill();
		throw err;
	}
	return { ...child, address };
};
