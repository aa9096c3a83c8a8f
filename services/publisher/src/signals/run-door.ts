import { createProducer, quickReturn } from '@vigie/kit/kafka';
import type { Consumer, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import type { PublisherMetrics } from '../jobs/metrics.js';
import type { Passage } from './door.js';

export interface DoorRunner {
	readonly kafka: Kafka;
	readonly groupId: string;
	/** signals.private and signals.published, with their prefix. */
	readonly from: string;
	readonly to: string;
	readonly pass: (value: Buffer) => Promise<Passage>;
	readonly metrics: Pick<PublisherMetrics, 'signals'>;
	readonly logger: Logger;
}

const died = (consumer: Consumer): Promise<never> => {
	const failed = new Promise<never>((_resolve, reject) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => {
			if (!payload.restart) reject(payload.error);
		});
	});
	// Whoever awaits it hears of it; until then it must not count as unhandled.
	failed.catch(() => undefined);
	return failed;
};

/** runDoor passes every signal through the door, in order: what leaves is written and sent before the message is committed. */
export const runDoor = async (
	runner: DoorRunner,
): Promise<{ readonly failed: Promise<never>; close(): Promise<void> }> => {
	const { kafka, groupId, from, to, pass, metrics, logger } = runner;
	const [consumer, producer] = [
		// Whoever is told to stop waits for the fetch under way: by default five seconds, with nothing to pass.
		kafka.consumer({ groupId, allowAutoTopicCreation: false, ...quickReturn, maxWaitTimeInMs: 500 }),
		createProducer(kafka),
	];
	const failed = died(consumer);
	await Promise.all([consumer.connect(), producer.connect()]);
	await consumer.subscribe({ topic: from, fromBeginning: true });
	await consumer.run({
		autoCommit: false,
		eachMessage: async ({ partition, message, heartbeat }) => {
			const passage = await pass(message.value ?? Buffer.alloc(0));
			metrics.signals.inc({ outcome: passage.outcome });
			if (passage.outcome === 'refused')
				logger.error({ offset: message.offset, reason: passage.reason }, 'a signal breaks its contract');
			if (passage.outcome === 'published')
				await producer.send({
					topic: to,
					acks: -1,
					messages: [{ key: passage.signal.id, value: JSON.stringify(passage.signal) }],
				});
			await heartbeat();
			const offset = (BigInt(message.offset) + 1n).toString();
			await consumer.commitOffsets([{ topic: from, partition, offset }]);
		},
	});
	return {
		failed,
		close: async () => {
			await consumer.disconnect();
			await producer.disconnect();
		},
	};
};
