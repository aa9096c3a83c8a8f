import type { KafkaMessage } from 'kafkajs';
import type { Dead, MessageReader } from './read-message.js';
import { rowOf } from './row.js';
import { rowText } from './row-text.js';

/** Mapping is a message turned into a line of an insert, or why it cannot be stored. */
export type Mapping =
	| { readonly ok: true; readonly text: string; readonly week: number; readonly slot: string }
	| Dead;

/** mapMessage turns a message of a partition into its line; `key` is K_rec. */
export const mapMessage = (
	read: MessageReader,
	{ value, offset }: Pick<KafkaMessage, 'value' | 'offset'>,
	partition: number,
	key: Buffer,
): Mapping => {
	const reading = read(value);
	if (!reading.ok) return reading;
	try {
		const row = rowOf(reading.admitted, { partition, offset }, key);
		return { ok: true, text: rowText(row), week: row.receivedWeek, slot: row.receivedSlot };
	} catch {
		return { ok: false, reason: 'unmappable_event', errors: [] };
	}
};
