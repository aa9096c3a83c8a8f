import { randomUUID } from 'node:crypto';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';

const clientOf = (brokers: string): Kafka =>
	new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });

/** readTopic reads everything that is on a topic at this moment, in the order of its partitions. */
export const readTopic = async (brokers: string, topic: string): Promise<KafkaMessage[]> => {
	const kafka = clientOf(brokers);
	const admin = kafka.admin();
	await admin.connect();
	const offsets = await admin.fetchTopicOffsets(topic);
	await admin.disconnect();
	const total = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
	if (total === 0) return [];

	const messages: KafkaMessage[] = [];
	const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}`, maxWaitTimeInMs: 100 });
	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await new Promise<void>((resolve, reject) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
		const eachMessage = async ({ message }: { message: KafkaMessage }): Promise<void> => {
			messages.push(message);
			if (messages.length >= total) resolve();
		};
		consumer.run({ eachMessage }).catch(reject);
	});
	await consumer.disconnect();
	return messages;
};
