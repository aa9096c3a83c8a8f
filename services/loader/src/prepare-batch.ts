import type { DeadReason } from '@vigie/schemas/dead-letter';
import type { Batch, KafkaMessage } from 'kafkajs';
import { LineBuffer, type Lines } from './line-buffer.js';
import { mapMessage } from './map-message.js';
import type { MessageReader } from './read-message.js';

// The local engine takes bodies of 64 MB; a server would rather have several such inserts than one huge one.
const INSERT_BYTES = 32_000_000;
// What a row usually takes; a batch of longer ones makes its buffer grow.
const ROW_BYTES = 640;
// The engine refuses an insert that touches more than 100 partitions (weeks).
const INSERT_WEEKS = 90;

/** Prepared is a batch of messages turned into inserts, in order, and what cannot be stored. */
export interface Prepared {
	/** At most one in most batches. */
	readonly inserts: readonly Lines[];
	readonly dead: readonly { message: KafkaMessage; reason: DeadReason }[];
	readonly oldestSlot: string | null;
}

/** prepareBatch parses and maps every message of a batch; `key` is K_rec. */
export const prepareBatch = (batch: Batch, read: MessageReader, key: Buffer): Prepared => {
	const dead: { message: KafkaMessage; reason: DeadReason }[] = [];
	const inserts: Lines[] = [];
	let current = new LineBuffer(batch.messages.length * ROW_BYTES);
	let weeks = new Set<number>();
	let oldestSlot: string | null = null;
	for (const message of batch.messages) {
		const mapping = mapMessage(read, message, batch.partition, key);
		if (!mapping.ok) {
			dead.push({ message, reason: mapping.reason });
			continue;
		}
		if (current.length > INSERT_BYTES || (weeks.size >= INSERT_WEEKS && !weeks.has(mapping.week))) {
			inserts.push(current.lines());
			current = new LineBuffer(batch.messages.length * ROW_BYTES);
			weeks = new Set();
		}
		current.add(message.offset, mapping.text);
		weeks.add(mapping.week);
		if (oldestSlot === null || mapping.slot < oldestSlot) oldestSlot = mapping.slot;
	}
	if (current.length > 0) inserts.push(current.lines());
	return { inserts, dead, oldestSlot };
};
