import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { alert, message, useStream } from './fixture.js';
import { eventsIn, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const eventsOf = eventsIn(clickhouse.clientOf('publisher'));

test('an event sent twice counts once', async () => {
	const stream = await useStream();
	const event = alert();
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([message(event)]);
	await waitForCommit(stream, 1);
	await stream.send([message(event), message(event, {}, 1)]);
	await waitForCommit(stream, 3);

	expect(await eventsOf(event.id)).toHaveLength(1);
});

test('of two copies the one received first stays, in whichever order they are stored', async () => {
	const stream = await useStream();
	const [early, late] = [alert(), alert()];
	const first = { receivedSlot: '2026-11-10T13:15:00Z', territory: '01' };
	const second = { receivedSlot: '2026-11-10T13:30:00Z', territory: '02' };
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([message(early, first), message(late, second)]);
	await waitForCommit(stream, 2);
	await stream.send([message(early, second), message(late, first)]);
	await waitForCommit(stream, 4);

	expect(await eventsOf(early.id)).toMatchObject([{ territory: '01' }]);
	expect(await eventsOf(late.id)).toMatchObject([{ territory: '01' }]);
});

test('of two bodies of one revision in one slot, the lower hash stays', async () => {
	const stream = await useStream();
	const event = alert();
	const other = { ...event, platform: 'IMPOTS' };
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([message(event, { bodyHash: '8000000000000000' })]);
	await waitForCommit(stream, 1);
	await stream.send([message(other, { bodyHash: '7fffffffffffffff' })]);
	await waitForCommit(stream, 2);

	expect(await eventsOf(event.id)).toMatchObject([{ platform: 'IMPOTS' }]);
});

test('each revision is a row of its own', async () => {
	const stream = await useStream();
	const event = alert();
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([message(event), message({ ...event, revision: 1, retracted: true })]);
	await waitForCommit(stream, 2);

	expect(await eventsOf(event.id)).toMatchObject([
		{ revision: 0, retracted: false },
		{ revision: 1, retracted: true },
	]);
});
