import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Steps } from '../bootstrap/steps.mjs';
import { type Child, killLiveChildren, startChild } from '../src/processes/child.js';
import { createSupervisor } from '../src/processes/supervisor.js';
import { waitUntil } from '../src/processes/wait-until.js';

let folder: string;
let lines: string[];
const steps: Steps = {
	note: (line) => void lines.push(line),
	step: async (label, action) => {
		const value = await action(() => undefined);
		lines.push(label);
		return value;
	},
	close: () => undefined,
};

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'vigie-supervisor-'));
	lines = [];
});
afterEach(async () => {
	killLiveChildren();
	await rm(folder, { recursive: true, force: true });
});

const start = (name: string, script: string): Promise<Child> =>
	startChild({ name, command: process.execPath, args: ['-e', script], logFile: join(folder, `${name}.log`) });
const patient = 'setInterval(() => {}, 1000)';

test('what started last is stopped first, and ranks wait for each other', async () => {
	const supervisor = createSupervisor();
	supervisor.add(0, await start('engine', patient));
	supervisor.add(2, await start('gateway', patient));
	supervisor.add(1, await start('loader', patient));

	expect(await supervisor.stopAll(steps)).toBe(true);

	expect(lines).toEqual(['stop gateway', 'stop loader', 'stop engine']);
});

test('a process that ends without being asked to is announced with its code and its last lines', async () => {
	const supervisor = createSupervisor();
	supervisor.add(1, await start('loader', 'console.error("no more offsets"); process.exit(3)'));

	const death = await supervisor.death;

	expect(death).toMatchObject({ name: 'loader', ending: { code: 3 }, lastLines: ['no more offsets'] });
});

test('a task that ends well is no death', async () => {
	const supervisor = createSupervisor();
	const task = await start('history', '');
	supervisor.add(2, task, true);
	supervisor.add(1, await start('api', patient));
	await task.ended;

	await supervisor.stopAll(steps);

	expect(lines).toEqual(['stop api']);
});

test('a process that does not listen is killed after its time, and the stop is not clean', async () => {
	const deaf = await start('deaf', `process.on('SIGTERM', () => {}); console.log('deaf'); ${patient}`);
	await waitUntil(deaf, async () => deaf.lastLines().includes('deaf'));

	const ending = await deaf.stop(100);

	expect(ending.signal).toBe('SIGKILL');
});

test('a process that dies before it is ready is said at once, with what it wrote', async () => {
	const child = await start('api', 'console.error("no key"); process.exit(1)');

	await expect(waitUntil(child, async () => false)).rejects.toThrow(/api ended before it was ready:\nno key/);
});

test('a command that does not exist is an error, not a crash', async () => {
	const starting = startChild({
		name: 'none',
		command: 'no-such-command',
		args: [],
		logFile: join(folder, 'none.log'),
	});

	await expect(starting).rejects.toThrow(/ENOENT/);
});
