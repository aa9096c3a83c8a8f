import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, requireFreePorts } from '../src/ports.js';

test('a taken port is named with the variable that changes it', async () => {
	const port = await freePort();
	const server = createServer().listen(port, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');

	await expect(
		requireFreePorts({ VIGIE_API_PORT: await freePort(), VIGIE_REDIS_PORT: port }),
	).rejects.toThrow(
		`port ${port} is taken by another program: choose another one with VIGIE_REDIS_PORT=<port>`,
	);
});

test('free ports pass', async () => {
	await expect(requireFreePorts({ VIGIE_PORT: await freePort() })).resolves.toBeUndefined();
});
