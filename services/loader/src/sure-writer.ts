import { createProducer } from '@vigie/kit/kafka';
import type { Kafka, Message, Producer } from 'kafkajs';
import { inPieces } from './in-pieces.js';

/** SureWriter writes messages that must not be lost. */
export interface SureWriter {
	/** send resolves when every message is acknowledged by all in-sync replicas; it rejects when one may not be: all are then to be sent again. */
	send(topic: string, messages: readonly Message[]): Promise<void>;
	close(): Promise<void>;
}

/** openSureWriter makes the writer; it connects when something is to be written. */
export const openSureWriter = (kafka: Kafka): SureWriter => {
	let producer: Promise<Producer> | null = null;
	const connect = async (): Promise<Producer> => {
		const fresh = createProducer(kafka);
		await fresh.connect();
		return fresh;
	};
	const discard = async (): Promise<void> => {
		const old = producer;
		producer = null;
		const connected = await old?.catch(() => null);
		await connected?.disconnect();
	};
	return {
		send: async (topic, messages) => {
			try {
				producer ??= connect();
				const connected = await producer;
				for (const piece of inPieces(messages)) await connected.send({ topic, acks: -1, messages: piece });
			} catch (error) {
				// After a failure kafkajs may reuse a sequence number that the broker has stored: the next batch would be lost.
				await discard();
				throw error;
			}
		},
		close: discard,
	};
};
