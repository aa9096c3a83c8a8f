import { mkdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { ensureCommand, redis } from '../../bootstrap/commands.mjs';
import type { Progress } from '../../bootstrap/steps.mjs';
import { startChild } from '../processes/child.js';
import { waitUntil } from '../processes/wait-until.js';
import type { Engine } from './engine.js';

/** findRedis gives the Redis or Valkey server of this machine, installed when it is missing and we may. */
export const findRedis = (progress: Progress): Promise<string> => ensureCommand(redis, progress);

/** pings asks the server for a PONG; while it loads its file it answers an error instead. */
const pings = (port: number, ca?: string): Promise<boolean> =>
	new Promise((resolve) => {
		const address = { port, host: '127.0.0.1', timeout: 500 };
		const ask = (): boolean => socket.write('PING\r\n');
		const socket = ca === undefined ? connect(address, ask) : connectTls({ ...address, ca }, ask);
		const end = (answer: boolean): void => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
		socket.once('timeout', () => end(false));
		socket.once('error', () => end(false));
	});

const encryption = (port: number, folder: string): string[] => [
	...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
	...['--tls-cert-file', join(folder, 'cert.pem'), '--tls-key-file', join(folder, 'key.pem')],
	...['--tls-ca-cert-file', join(folder, 'ca.pem')],
];

/**
 * startRedis starts a Redis or Valkey server that forgets nothing (append-only file, no eviction). With a folder of certificates it speaks
 * TLS and nothing else.
 */
export const startRedis = async (
	command: string,
	port: number,
	dataDir: string,
	logFile: string,
	certificates?: string,
): Promise<Engine> => {
	await mkdir(dataDir, { recursive: true });
	const child = await startChild({
		name: 'Redis',
		command,
		args: [
			...(certificates ? encryption(port, certificates) : ['--port', String(port)]),
			...['--bind', '127.0.0.1', '--dir', dataDir],
			...['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
			// Intake's memory of a day goes at once: freeing it must keep nobody waiting.
			...['--lazyfree-lazy-expire', 'yes'],
		],
		logFile,
	});
	const ca = certificates && (await readFile(join(certificates, 'ca.pem'), 'utf8'));
	try {
		await waitUntil(child, () => pings(port, ca), 20_000);
	} catch (err) {
		await child.kill();
		throw err;
	}
	return { ...child, address: `${certificates ? 'rediss' : 'redis'}://127.0.0.1:${port}` };
};
