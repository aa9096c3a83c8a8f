import type { Kafka, Producer } from 'kafkajs';
import { createProducer } from './kafka.js';

/** SureProducer lends a producer to those whose messages must not be lost. */
export interface SureProducer {
	/** use connects when there is something to write; when it fails, what was sent may be stored or not: it is then to be sent again. */
	use<Result>(write: (producer: Producer) => Promise<Result>): Promise<Result>;
	close(): Promise<void>;
}

/**
 * openSureProducer makes one. After a failure the producer is thrown away: kafkajs may reuse a sequence number that the broker has
 * stored, and the next batch would be taken for a copy and lost.
 */
export const openSureProducer = (kafka: Kafka): SureProducer => {
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
		use: async (write) => {
			try {
				producer ??= connect();
				return await write(await producer);
			} catch (error) {
				await discard();
				throw error;
			}
		},
		close: discard,
	};
};
