import { runConsumer } from '@vigie/loader/consumer';
import { cleanUp } from '@vigie/test/cleanup';
import kafkajs from 'kafkajs';
import { expect, test } from 'vitest';
import { alert, message, useStream } from './fixture.js';

// kafkajs leaves a crashed consumer's process alive and idle: `failed` is what ends it.
test('a consumer that cannot go on says so instead of idling', async () => {
	const stream = await useStream();
	await stream.send([message(alert())]);
	const consumer = await runConsumer({
		kafka: stream.kafka,
		access: { KAFKA_BROKERS: '127.0.0.1:9' },
		topic: `${stream.prefix}events.v1`,
		groupId: `${stream.prefix}doomed`,
		handle: async () => {
			throw new kafkajs.KafkaJSNonRetriableError('planted');
		},
		onCommit: () => undefined,
		onReady: () => undefined,
	});
	cleanUp(() => consumer.close());

	await expect(consumer.failed).rejects.toThrow('planted');
});

test('a batch whose handling fails is handled again, from its first message, and not committed', async () => {
	const stream = await useStream();
	await stream.send([message(alert()), message(alert())]);
	const seen: string[] = [];
	const committed = new Promise<string>((resolve) => {
		const running = runConsumer({
			kafka: stream.kafka,
			access: { KAFKA_BROKERS: '127.0.0.1:9' },
			topic: `${stream.prefix}events.v1`,
			groupId: `${stream.prefix}stubborn`,
			handle: async (batch) => {
				seen.push(`${batch.firstOffset()}-${batch.lastOffset()}`);
				if (seen.length === 1) throw new Error('planted');
			},
			onCommit: (batch) => resolve(batch.lastOffset()),
			onReady: () => undefined,
		});
		cleanUp(async () => (await running).close());
	});

	expect(await committed).toBe('1');
	expect(seen).toEqual(['0-1', '0-1']);
});
