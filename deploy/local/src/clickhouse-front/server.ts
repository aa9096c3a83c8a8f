import { join } from 'node:path';
import { createFront } from './app.js';
import { readConfiguration } from './configuration.js';
import { openDataFolder } from './data-folder.js';
import { endOnSignals, log } from './lifecycle.js';
import { loadAddon } from './native.js';
import { Spool } from './spool.js';

async function main(): Promise<void> {
	const { port, dataDir, credentials, endsWithParent } = readConfiguration(process.env);
	const engine = await openDataFolder(loadAddon(), dataDir);
	const front = createFront({ engine, credentials, spool: new Spool(join(dataDir, 'spool')) });
	const { server } = front;
	endOnSignals(front, engine, endsWithParent ? process.stdin : undefined);
	server.on('error', (error) => fail(error));
	server.listen(port, '127.0.0.1', () => {
		const address = server.address();
		if (address !== null && typeof address === 'object') {
			log('listening', { port: address.port, version: engine.version });
		}
	});
}

function fail(error: unknown): void {
	log('failed', { sentence: error instanceof Error ? error.message : String(error) });
	// The engine may hold threads that never end: the process does not wait for them.
	process.exit(1);
}

main().catch(fail);
