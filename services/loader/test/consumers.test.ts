import { runConsumers } from '@vigie/loader/consumers';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { alert, message, useStream, waitUntil } from './fixture.js';
import { waitForCommit } from './read.js';

const clickhouse = await useClickHouse();

// Each that joins makes the group share out its partitions again: a batch begun before would be done twice.
test('no batch is begun before every consumer of the process has joined, and then each is done once', async () => {
	const stream = await useStream();
	const topic = `${stream.prefix}events.v1`;
	await stream.send([0, 1, 2].map((partition) => message(alert(), {}, partition)));
	const joined = new Set<number>();
	const begun: { partition: number; joined: number }[] = [];
	const committed: number[] = [];

	const consumers = await runConsumers(3, (index) => ({
		kafka: stream.kafka,
		topic,
		groupId: `${stream.prefix}three`,
		handle: async ({ partition }) => void begun.push({ partition, joined: joined.size }),
		onCommit: ({ partition }) => void committed.push(partition),
		onReady: (ready) => void (ready && joined.add(index)),
	}));
	cleanUp(() => consumers.close());
	await waitUntil(async () => committed.length === 3, 'three committed batches');

	expect(begun.sort((left, right) => left.partition - right.partition)).toEqual([
		{ partition: 0, joined: 3 },
		{ partition: 1, joined: 3 },
		{ partition: 2, joined: 3 },
	]);
});

test('the lag of each partition is told, and is nothing once all is stored', async () => {
	const stream = await useStream();
	await stream.send([message(alert())]);
	const loader = await stream.startLoader(clickhouse.configOf('loader'));
	await waitForCommit(stream, 1);
	const metrics = async () => (await fetch(`${loader.url}/metrics`)).text();

	await waitUntil(
		async () => /^consumer_lag\{[^}]*partition="0"[^}]*\} 0$/m.test(await metrics()),
		'a lag of nothing',
	);
	expect(await metrics()).toMatch(/^consumer_last_commit_age_seconds\{[^}]*partition="0"/m);
});
