import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { createMetrics } from '@vigie/kit/metrics';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { useTopics } from '@vigie/test/engines';
import { expect, it, vi } from 'vitest';
import { createPublisherMetrics } from '../src/jobs/metrics.js';
import { runDoor } from '../src/signals/run-door.js';

it('a door with nothing more to pass closes at once: no stop of the publisher waits for a signal', async () => {
	const { brokers, prefix } = await useTopics();
	const kafka = createKafka({ KAFKA_BROKERS: brokers }, 'door-test', createLogger('door-test', 'silent'));
	const topics = topicsWithPrefix(prefix);
	const groupId = `${prefix}publisher-signals`;
	const [producer, admin] = [createProducer(kafka), kafka.admin()];
	await Promise.all([producer.connect(), admin.connect()]);
	await producer.send({ topic: topics.signalsPrivate, messages: [{ value: 'first' }] });
	await producer.disconnect();
	const door = await runDoor({
		kafka,
		groupId,
		from: topics.signalsPrivate,
		to: topics.signalsPublished,
		pass: async () => ({ outcome: 'withheld' }),
		metrics: createPublisherMetrics(createMetrics('publisher')),
		logger: createLogger('door-test', 'silent'),
	});
	// Its place is known once the first has passed: now it asks for the next one.
	await vi.waitUntil(
		async () => {
			const [place] = await admin.fetchOffsets({ groupId, topics: [topics.signalsPrivate] });
			return place?.partitions[0]?.offset === '1';
		},
		{ timeout: 20_000, interval: 50 },
	);
	await admin.disconnect();
	const toldAt = performance.now();

	await door.close();

	// A fetch waits five seconds for something new unless it is told otherwise.
	expect(performance.now() - toldAt).toBeLessThan(4_000);
});
