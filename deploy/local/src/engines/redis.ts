import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { ensureCommand, redis } from '../../bootstrap/commands.mjs';
import type { Progress } from '../../bootstrap/steps.mjs';
import { startChild } from '../processes/child.js';
import { waitUntil } from '../processes/wait-until.js';
import type { Engine } from './engine.js';

/** findRedis gives the Redis or Valkey server of this machine, installed when it is missing and we may. */
export const findRedis = (progress: Progress): Promise<string> => ensureCommand(redis, progress);

/** pings asks the server for a PONG; while it loads its file it answers an error instead. */
const pings = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect({ port, host: '127.0.0.1', timeout: 500 }, () => socket.write('PING\r\n'));
		const end = (answer: boolean): void => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
		socket.once('timeout', () => end(false));
		socket.once('error', () => end(false));
	});

/** startRedis starts a Redis or Valkey server that forgets nothing (append-only file, no eviction). */
export const startRedis = async (
	command: string,
	port: number,
	dataDir: string,
	logFile: string,
): Promise<Engine> => {
	await mkdir(dataDir, { recursive: true });
	const child = await startChild({
		name: 'Redis',
		command,
		args: [
			...['--port', String(port), '--bind', '127.0.0.1', '--dir', dataDir],
			...['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
			// Intake's memory of a day goes at once: freeing it must keep nobody waiting.
			...['--lazyfree-lazy-expire', 'yes'],
		],
		logFile,
	});
	try {
		await waitUntil(child, () => pings(port), 20_000);
	} catch (err) {
		await child.kill();
		throw err;
	}
	return { ...child, address: `redis://127.0.0.1:${port}` };
};
