import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
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

const DRAWN = 400;
const drawn = `
const { freePort } = await import(process.argv[1]);
const ports = [];
while (ports.length < ${DRAWN}) ports.push(await freePort());
console.log(JSON.stringify(ports));
// Whoever has gone gives back what he held.
process.stdin.on('end', () => process.exit(0)).resume();
`;

test('processes that look for ports at the same time never get the same one, though none listens yet', async () => {
	const source = fileURLToPath(new URL('../dist/ports.js', import.meta.url));
	const children = Array.from({ length: 4 }, () =>
		spawn(process.execPath, ['--input-type=module', '--eval', drawn, source], {
			stdio: ['pipe', 'pipe', 'inherit'],
		}),
	);
	onTestFinished(() => void children.map((child) => child.kill('SIGKILL')));

	const said = await Promise.all(children.map(({ stdout }) => once(createInterface(stdout), 'line')));
	const ports = said.flatMap(([line]) => z.array(z.int()).parse(JSON.parse(line)));

	expect(ports).toHaveLength(4 * DRAWN);
	expect(new Set(ports).size).toBe(4 * DRAWN);
});
