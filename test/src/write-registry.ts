import { type RegistryRecord, registryKey } from '@vigie/schemas/registry';
import { Kafka, logLevel } from 'kafkajs';

/** writeRegistry writes records as api does. */
export const writeRegistry = async (
	brokers: string,
	topic: string,
	records: readonly RegistryRecord[],
): Promise<void> => {
	const producer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).producer();
	await producer.connect();
	const messages = records.map((record) => ({ key: registryKey(record), value: JSON.stringify(record) }));
	await producer.send({ topic, messages });
	await producer.disconnect();
};
