import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { useEngineProxy } from './engine-proxy.js';
import { alert, message, useStream } from './fixture.js';
import { committedIn, eventsIn, ledgerOf, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');
const eventsOf = eventsIn(reader);
const server = fileURLToPath(new URL('../src/server.ts', import.meta.url));

const runProcess = (env: NodeJS.ProcessEnv) => {
	const args = ['--conditions=vigie-source', '--import', 'tsx', server];
	const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
	cleanUp(async () => child.kill('SIGKILL'));
	return child;
};

// The engine has stored the batch; its answer never reaches the loader, which dies before it can commit.
test('a loader killed between insert and commit loses nothing and doubles nothing', {
	timeout: 60_000,
}, async () => {
	const stream = await useStream();
	const proxy = await useEngineProxy(clickhouse.url);
	const config = { ...clickhouse.configOf('loader'), CLICKHOUSE_URL: proxy.url };
	const events = Array.from({ length: 20 }, () => alert());
	const ids = events.map(({ id }) => id);
	await stream.send(events.map((event) => message(event)));
	const committed = await committedIn(stream);

	const stored = proxy.holdAnswers('private.events');
	const doomed = runProcess(stream.env(config));
	await stored;
	doomed.kill('SIGKILL');
	await once(doomed, 'exit');
	expect(await eventsOf(...ids)).toHaveLength(20);
	expect(await committed()).toBe(0);
	await stream.send([message(alert())]);
	await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, 21);

	expect(await eventsOf(...ids)).toHaveLength(20);
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: 21, dead: 0 });
});

test('a loader told to stop ends with code 0 and leaves nothing uncommitted behind', async () => {
	const stream = await useStream();
	const events = Array.from({ length: 5 }, () => alert());
	const child = runProcess(stream.env(clickhouse.configOf('loader')));

	await stream.send(events.map((event) => message(event)));
	await waitForCommit(stream, 5);
	child.kill('SIGTERM');
	const [code] = await once(child, 'exit');

	expect(code).toBe(0);
	expect(await eventsOf(...events.map(({ id }) => id))).toHaveLength(5);
});
