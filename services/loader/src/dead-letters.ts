import { createProducer } from '@vigie/kit/kafka';
import { slotOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { Kafka, KafkaMessage, Producer } from 'kafkajs';
import { type DeadReason, schemaOf } from './read-message.js';

/** DeadLetter is a message that cannot be stored, where it was read, and why. */
export interface DeadLetter {
	readonly topic: string;
	readonly partition: number;
	readonly message: Pick<KafkaMessage, 'key' | 'value' | 'offset'>;
	readonly reason: DeadReason;
}

/** DeadLetters writes to `events.dead`. */
export interface DeadLetters {
	/** send resolves when every letter is acknowledged by all in-sync replicas, and rejects otherwise: nothing may be committed then. */
	send(letters: readonly DeadLetter[]): Promise<void>;
	close(): Promise<void>;
}

/**
 * createDeadLetters makes the writer of dead letters: original key and bytes, with reason, component, origin, slot of the
 * first sight and claimed schema as headers. A letter may be written twice after a crash; its origin tells.
 */
export const createDeadLetters = (kafka: Kafka, topic: string, clock: Clock): DeadLetters => {
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
	const messageOf = ({ topic: from, partition, message, reason }: DeadLetter, slot: string) => ({
		key: message.key,
		value: message.value,
		// Floored, as every trace of a reception is.
		timestamp: String(new Date(slot).getTime()),
		headers: {
			reason,
			component: 'loader',
			origin: `${from}/${partition}/${message.offset}`,
			firstSeenAt: slot,
			schema: schemaOf(message.value),
		},
	});
	return {
		send: async (letters) => {
			const slot = slotOf(clock.now());
			try {
				producer ??= connect();
				const connected = await producer;
				await connected.send({ topic, acks: -1, messages: letters.map((letter) => messageOf(letter, slot)) });
			} catch (error) {
				// After a failure kafkajs may reuse a sequence number that the broker has stored: the next batch would be lost.
				await discard();
				throw error;
			}
		},
		close: discard,
	};
};
