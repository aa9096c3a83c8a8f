import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import { expect, test } from 'vitest';
import { alert, message, useStream, waitUntil } from './fixture.js';
import { committedIn, eventsIn, ledgerOf, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');

// The network to the engine is cut, and comes back.
test('events sent while the store is away are stored when it is back, and none is a dead letter', async () => {
	const stream = await useStream();
	const proxy = await startTcpProxy(Number(new URL(clickhouse.url).port));
	cleanUp(() => proxy.close());
	const config = { ...clickhouse.configOf('loader'), CLICKHOUSE_URL: `http://127.0.0.1:${proxy.port}` };
	const events = Array.from({ length: 30 }, () => alert());
	const loader = await stream.startLoader(config);
	const readiness = async () => (await fetch(`${loader.url}/health/ready`)).status;
	await waitUntil(async () => (await readiness()) === 200, 'a ready loader');

	proxy.cut();
	await stream.send(events.map((event, index) => message(event, {}, index % 3)));
	await waitUntil(async () => (await readiness()) === 503, 'a loader that says what it misses');
	expect(await (await committedIn(stream))()).toBe(0);
	proxy.restore();
	await waitForCommit(stream, 30);

	expect(await eventsIn(reader)(...events.map(({ id }) => id))).toHaveLength(30);
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: 30, dead: 0 });
	await waitUntil(async () => (await readiness()) === 200, 'a loader that is ready again');
});

test('a loader that is told to stop while the store is away stops, and its events are read again later', async () => {
	const stream = await useStream();
	const proxy = await startTcpProxy(Number(new URL(clickhouse.url).port));
	cleanUp(() => proxy.close());
	const config = { ...clickhouse.configOf('loader'), CLICKHOUSE_URL: `http://127.0.0.1:${proxy.port}` };
	const event = alert();
	const loader = await stream.startLoader(config);

	proxy.cut();
	await stream.send([message(event)]);
	await waitUntil(
		async () => (await (await fetch(`${loader.url}/health/ready`)).text()).includes('clickhouse'),
		'a loader in trouble',
	);
	await loader.stop();
	await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, 1);

	expect(await eventsIn(reader)(event.id)).toHaveLength(1);
});
