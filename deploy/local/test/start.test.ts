import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@vigie/test/free-ports';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { alive, startProcess } from './start-process.js';

// One data folder for the whole file: these tests are the days in the life of one installation, in order.
let env: Record<string, string>;

beforeAll(async () => {
	env = { ...(await freePorts()), VIGIE_DATA: await mkdtemp(join(tmpdir(), 'vigie-start-')) };
});
afterAll(() => rm(env.VIGIE_DATA ?? '', { recursive: true, force: true }));

const ready = /Ctrl-C stops everything/;

test('it starts whole, refuses a second start, and stops in order when only the parent is signalled', async () => {
	const start = startProcess(['--no-history'], env);
	await start.says(ready);
	const processes = await start.processes();

	const second = startProcess(['--no-history'], env);
	expect(await second.code).toBe(1);
	expect(second.output()).toMatch(/already running here \(process \d+\)/);
	expect(start.output()).toMatch(/\/alerte\/#lien=/);
	expect((await fetch(`http://127.0.0.1:${env.VIGIE_PORT}/v1/world`)).status).toBe(200);

	start.child.kill('SIGINT');
	expect(await start.code).toBe(0);

	const order = [...start.output().matchAll(/✓ stop (\w+)/g)].map(([, name]) => name);
	expect(order[0]).toBe('gateway');
	expect(order.slice(1, 4).sort()).toEqual(['api', 'identity', 'intake']);
	expect(order.slice(4, 8).sort()).toEqual(['detector', 'loader', 'publisher', 'reporter']);
	expect(order.slice(8).sort()).toEqual(['ClickHouse', 'Kafka', 'Redis']);
	expect(alive(processes)).toEqual([]);
}, 240_000);

test('a real world refuses the data of a demonstration', async () => {
	const start = startProcess(['--real'], env);

	expect(await start.code).toBe(1);
	expect(start.output()).toMatch(/never mix/);
}, 240_000);

test('after a power cut the next start ends what was left, and a crash ends the whole with a sentence', async () => {
	const cut = startProcess(['--no-history'], env);
	await cut.says(ready);
	const left = await cut.processes();
	cut.child.kill('SIGKILL');
	await cut.code;
	expect(alive(left)).toHaveLength(11);

	const start = startProcess(['--no-history'], env);
	await start.says(ready);
	expect(start.output()).toMatch(/the last run ended abruptly/);
	expect(alive(left)).toEqual([]);
	const processes = await start.processes();

	process.kill(processes.get('loader') ?? 0, 'SIGKILL');

	expect(await start.code).toBe(1);
	expect(start.output()).toMatch(/loader ended by signal SIGKILL/);
	expect(alive(processes)).toEqual([]);
}, 240_000);

test('a taken port is named with its variable, and nothing is started', async () => {
	const server = createServer().listen(Number(env.VIGIE_REDIS_PORT), '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');

	const start = startProcess(['--no-history'], env);

	expect(await start.code).toBe(1);
	expect(start.output()).toContain(`VIGIE_REDIS_PORT=<port>`);
	expect(start.output()).not.toMatch(/✓ Kafka/);
}, 60_000);

test('an option that does not exist is refused with a sentence', async () => {
	const start = startProcess(['--reel'], env);

	expect(await start.code).toBe(1);
	expect(start.output()).toMatch(/--reel/);
}, 60_000);
