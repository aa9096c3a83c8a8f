import { slotOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { DeadReason } from '@vigie/schemas/dead-letter';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { schemaOf } from './read-message.js';
import type { SureWriter } from './sure-writer.js';

/** DeadLetter is a message that cannot be stored, where it was read, and why. */
export interface DeadLetter {
	readonly topic: string;
	readonly partition: number;
	readonly message: Pick<KafkaMessage, 'key' | 'value' | 'offset' | 'headers'>;
	readonly reason: DeadReason;
}

/** DeadLetters writes to `events.dead`. */
export interface DeadLetters {
	/** send resolves when every letter is acknowledged by all in-sync replicas, and rejects otherwise: nothing may be committed then. */
	send(letters: readonly DeadLetter[]): Promise<void>;
}

/** ownHeaders are those that intake writes: a letter keeps them, and a replay gives them back. Others are a stranger's, and may be without end. */
const ownHeaders = [
	'ce_specversion',
	'ce_id',
	'ce_type',
	'ce_source',
	'ce_dataschema',
	'content-type',
] as const;
const LONGEST_HEADER = 256;

/** keptHeaders gives those of a message's headers that intake may have written. */
export const keptHeaders = (headers: IHeaders | undefined): Record<string, Buffer> =>
	Object.fromEntries(
		ownHeaders.flatMap((name): [string, Buffer][] => {
			const value = headers?.[name];
			return Buffer.isBuffer(value) && value.length <= LONGEST_HEADER ? [[name, value]] : [];
		}),
	);

const letterOf = ({ topic, partition, message, reason }: DeadLetter, slot: string): Message => ({
	key: message.key,
	value: message.value,
	// Floored, as every trace of a reception is.
	timestamp: String(new Date(slot).getTime()),
	headers: {
		...keptHeaders(message.headers),
		reason,
		component: 'loader',
		origin: `${topic}/${partition}/${message.offset}`,
		firstSeenAt: slot,
		schema: schemaOf(message.value),
	},
});

/**
 * createDeadLetters makes the writer of dead letters: original key, bytes and headers, with reason, component, origin, slot of the
 * first sight and claimed schema as headers. A letter may be written twice after a crash; its origin tells.
 */
export const createDeadLetters = (writer: SureWriter, topic: string, clock: Clock): DeadLetters => ({
	send: (letters) => {
		const slot = slotOf(clock.now());
		return writer.send(
			topic,
			letters.map((letter) => letterOf(letter, slot)),
		);
	},
});
