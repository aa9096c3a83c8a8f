import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { AlreadyRuns, birthOf, takeLock, whoRuns } from '../bootstrap/lock.mjs';
import { isPortFree } from '../src/ports.js';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'vigie-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sleeper = async (): Promise<{ child: ChildProcess; pid: number }> => {
	const child = spawn('sleep', ['60'], { detached: true });
	await once(child, 'spawn');
	onTestFinished(() => void child.kill('SIGKILL'));
	return { child, pid: child.pid ?? 0 };
};

test('a second start is refused while the first runs', () => {
	takeLock(folder);

	expect(() => takeLock(folder)).toThrow(AlreadyRuns);
	expect(whoRuns(folder)).toBe(process.pid);
});

test('a lock that was released is free', () => {
	takeLock(folder).release();

	expect(whoRuns(folder)).toBeNull();
	expect(() => takeLock(folder)).not.toThrow();
});

test('the lock of a process that died is taken over, and what it left running is ended', async () => {
	const { child, pid } = await sleeper();
	const gone = once(child, 'exit');
	const dead = { pid: 2 ** 22 - 7, birth: '1', children: [{ name: 'Kafka', pid, birth: birthOf(pid) }] };
	await writeFile(join(folder, 'lock.json'), JSON.stringify(dead));

	const lock = takeLock(folder);

	expect(lock.leftovers).toEqual(['Kafka']);
	expect((await gone)[1]).toBe('SIGKILL');
});

// As Kafka's: its threads take some 200 ms to die here, the process is a zombie after 1 ms.
const listener = `
	const { Worker } = require('node:worker_threads');
	for (let i = 0; i < 12; i++) new Worker('Buffer.alloc(30e6, 1); setInterval(() => {}, 1000)', { eval: true });
	const memory = Buffer.alloc(400e6, 1);
	const server = require('node:net').createServer();
	server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
`;

test('when what was left running is ended, the ports it listened on are free', async () => {
	const child = spawn(process.execPath, ['-e', listener], {
		detached: true,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	const [port] = await once(child.stdout, 'data');
	const pid = child.pid ?? 0;
	const dead = { pid: 2 ** 22 - 7, birth: '1', children: [{ name: 'Kafka', pid, birth: birthOf(pid) }] };
	await writeFile(join(folder, 'lock.json'), JSON.stringify(dead));

	takeLock(folder);

	expect(await isPortFree(Number(port))).toBe(true);
});

test('a process that only has the number of a leftover is not touched', async () => {
	const { child, pid } = await sleeper();
	const dead = { pid: 2 ** 22 - 7, birth: '1', children: [{ name: 'Kafka', pid, birth: 'another' }] };
	await writeFile(join(folder, 'lock.json'), JSON.stringify(dead));

	expect(takeLock(folder).leftovers).toEqual([]);
	expect(child.exitCode).toBeNull();
	expect(birthOf(pid)).not.toBeNull();
});

test('a living process that only has the number of the owner does not hold the lock', async () => {
	await writeFile(
		join(folder, 'lock.json'),
		JSON.stringify({ pid: process.pid, birth: 'another', children: [] }),
	);

	expect(whoRuns(folder)).toBeNull();
});

test('a damaged lock file does not stand in the way', async () => {
	await writeFile(join(folder, 'lock.json'), '{"pid":');

	expect(() => takeLock(folder)).not.toThrow();
});
