import { connect } from 'node:net';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { runConsumers } from '@vigie/loader/consumers';
import { cleanUp } from '@vigie/test/cleanup';
import { kafkaBrokers, useClickHouse } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import type { Kafka } from 'kafkajs';
import { expect, test } from 'vitest';
import { alert, message, useStream, waitUntil } from './fixture.js';
import { waitForCommit } from './read.js';

const clickhouse = await useClickHouse();

const lateKafka = async (): Promise<Kafka> => {
	const brokers = await kafkaBrokers();
	const proxy = await startTcpProxy(Number(brokers.split(':')[1]));
	cleanUp(() => proxy.close());
	proxy.delay(100);
	return createKafka({ KAFKA_BROKERS: brokers }, 'late', createLogger('late', 'silent'), {
		socketFactory: ({ onConnect }) => connect({ port: proxy.port, host: '127.0.0.1' }, onConnect),
	});
};

// The third is slow to come. Each that joins makes the group share out its partitions again: a batch begun before would be done twice.
test('no batch is begun before every consumer of the process has joined, and then each is done once', async () => {
	const stream = await useStream();
	const topic = `${stream.prefix}events.v1`;
	// More than a fetch waits for: whoever is given a partition has its batch at once.
	const large = 'x'.repeat(900_000);
	for (const partition of [0, 1, 2, 0, 1, 2]) await stream.send([{ value: large, partition }]);
	const late = await lateKafka();
	const joined = new Set<number>();
	const begun: { partition: number; joined: number }[] = [];
	const committed: number[] = [];

	const consumers = await runConsumers(3, (index) => ({
		kafka: index === 2 ? late : stream.kafka,
		access: { KAFKA_BROKERS: '127.0.0.1:9' },
		topic,
		groupId: `${stream.prefix}three`,
		handle: async ({ partition }) => void begun.push({ partition, joined: joined.size }),
		onCommit: ({ partition }) => void committed.push(partition),
		onReady: (ready) => void (ready && joined.add(index)),
	}));
	cleanUp(() => consumers.close());
	await waitUntil(async () => new Set(committed).size === 3, 'a committed batch of each partition');

	expect(begun.map((batch) => batch.joined)).toEqual(committed.map(() => 3));
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
