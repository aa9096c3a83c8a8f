import { useClickHouse } from '@vigie/test/engines';
import { ConfigResourceTypes } from 'kafkajs';
import { expect, test } from 'vitest';
import { alert, message, type Stream, useStream, waitUntil } from './fixture.js';
import { readLetters } from './letters.js';
import { committedIn, eventsIn, ledgerOf, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const reader = clickhouse.clientOf('publisher');

const limitLetters = async ({ kafka, prefix }: Stream, bytes: string): Promise<void> => {
	const admin = kafka.admin();
	await admin.connect();
	await admin.alterConfigs({
		validateOnly: false,
		resources: [
			{
				type: ConfigResourceTypes.TOPIC,
				name: `${prefix}events.dead`,
				configEntries: [{ name: 'max.message.bytes', value: bytes }],
			},
		],
	});
	await admin.disconnect();
};

// The broker refuses everything that is written to the dead letters, as it would with a full disk, and takes it again later.
test('while a dead letter cannot be written nothing of its batch is committed; then all is, and nothing is lost', {
	timeout: 60_000,
}, async () => {
	const stream = await useStream();
	const [before, after] = [alert(), alert()];
	const committed = await committedIn(stream);
	await limitLetters(stream, '1');
	const loader = await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([message(before), { value: '{"event":', partition: 0 }, message(after)]);
	const readiness = async () => (await fetch(`${loader.url}/health/ready`)).text();
	await waitUntil(
		async () => (await readiness()).includes('dead letters'),
		'a loader that says what it misses',
	);
	expect(await committed()).toBe(0);
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: 0, dead: 0 });
	await limitLetters(stream, '1000000');
	await waitForCommit(stream, 3);

	expect(await readLetters(stream, 1)).toMatchObject([
		{ value: '{"event":', headers: { reason: 'malformed_json' } },
	]);
	expect(await eventsIn(reader)(before.id, after.id)).toHaveLength(2);
	expect(await ledgerOf(reader, stream)()).toEqual({ rows: 2, dead: 1 });
	await waitUntil(async () => !(await readiness()).includes('dead letters'), 'a loader that is ready again');
});
