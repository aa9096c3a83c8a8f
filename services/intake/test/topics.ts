import { randomUUID } from 'node:crypto';
import { type RegistryRecord, registryKey } from '@vigie/schemas/registry';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';

const clientOf = (brokers: string): Kafka =>
	new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });

/** writeRegistry writes records as api does. */
export const writeRegistry = async (
	brokers: string,
	topic: string,
	records: readonly RegistryRecord[],
): Promise<void> => {
	const producer = clientOf(brokers).producer();
	await producer.connect();
	const messages = records.map((record) => ({ key: registryKey(record), value: JSON.stringify(record) }));
	await producer.send({ topic, messages });
	await producer.disconnect();
};

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
