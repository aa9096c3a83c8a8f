import type { Batch, KafkaMessage } from 'kafkajs';
import type { Line } from './insert-events.js';
import { type DeadReason, readMessage } from './read-message.js';
import { rowOf } from './row.js';
import { rowText } from './row-text.js';

// The local engine takes bodies of 64 MB; a server would rather have several such inserts than one huge one.
const INSERT_CHARACTERS = 32_000_000;
// The engine refuses an insert that touches more than 100 partitions (weeks).
const INSERT_WEEKS = 90;

/** Prepared is a batch of messages turned into inserts, in order, and what cannot be stored. */
export interface Prepared {
	/** At most one in most batches. */
	readonly inserts: readonly (readonly Line[])[];
	readonly dead: readonly { message: KafkaMessage; reason: DeadReason }[];
	readonly oldestSlot: string | null;
}

type Mapping = { readonly text: string; readonly week: number; readonly slot: string } | DeadReason;

const mapMessage = (message: KafkaMessage, partition: number, key: Buffer): Mapping => {
	const reading = readMessage(message.value);
	if (!reading.ok) return reading.reason;
	try {
		const row = rowOf(reading.admitted, { partition, offset: message.offset }, key);
		return { text: rowText(row), week: row.receivedWeek, slot: row.receivedSlot };
	} catch {
		return 'unmappable_event';
	}
};

/** prepareBatch parses and maps every message of a batch; `key` is K_rec. */
export const prepareBatch = (batch: Batch, key: Buffer): Prepared => {
	const dead: { message: KafkaMessage; reason: DeadReason }[] = [];
	const inserts: Line[][] = [];
	let current: Line[] = [];
	let characters = 0;
	let weeks = new Set<number>();
	let oldestSlot: string | null = null;
	for (const message of batch.messages) {
		const mapping = mapMessage(message, batch.partition, key);
		if (typeof mapping === 'string') {
			dead.push({ message, reason: mapping });
			continue;
		}
		if (characters > INSERT_CHARACTERS || (weeks.size >= INSERT_WEEKS && !weeks.has(mapping.week))) {
			inserts.push(current);
			current = [];
			characters = 0;
			weeks = new Set();
		}
		current.push({ offset: message.offset, text: mapping.text });
		characters += mapping.text.length;
		weeks.add(mapping.week);
		if (oldestSlot === null || mapping.slot < oldestSlot) oldestSlot = mapping.slot;
	}
	if (current.length > 0) inserts.push(current);
	return { inserts, dead, oldestSlot };
};
