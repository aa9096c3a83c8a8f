import { openSureProducer } from '@vigie/kit/sure-producer';
import type { Kafka, Message } from 'kafkajs';
import { inPieces } from './in-pieces.js';

/** SureWriter writes messages that must not be lost. */
export interface SureWriter {
	/** send resolves when every message is acknowledged by all in-sync replicas; it rejects when one may not be: all are then to be sent again. */
	send(topic: string, messages: readonly Message[]): Promise<void>;
	close(): Promise<void>;
}

/** openSureWriter makes the writer; it connects when something is to be written. */
export const openSureWriter = (kafka: Kafka): SureWriter => {
	const producer = openSureProducer(kafka);
	return {
		send: (topic, messages) =>
			producer.use(async (connected) => {
				for (const piece of inPieces(messages)) await connected.send({ topic, acks: -1, messages: piece });
			}),
		close: () => producer.close(),
	};
};
