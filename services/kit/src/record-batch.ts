import type { Message } from 'kafkajs';
import type { ByteWriter } from './byte-writer.js';
import { crc32C } from './kafkajs-internals.js';

/** RecordBatch is what one producer writes to one partition at a time. */
export interface RecordBatch {
	readonly messages: readonly Message[];
	readonly producerId: bigint;
	readonly producerEpoch: number;
	readonly firstSequence: number;
}

const MAGIC = 2;
const none: Message['headers'] = {};

/** A header of several values is written once a value. */
const writeHeaders = (writer: ByteWriter, headers: NonNullable<Message['headers']>): void => {
	const names = Object.keys(headers);
	let count = names.length;
	for (const name of names) {
		const value = headers[name];
		if (Array.isArray(value)) count += value.length - 1;
	}
	writer.varInt(count);
	for (const name of names) {
		const value = headers[name];
		if (!Array.isArray(value)) {
			writer.field(name);
			writer.field(value);
			continue;
		}
		for (const one of value) {
			writer.field(name);
			writer.field(one);
		}
	}
};

/** writeRecordBatch writes a batch of format 2 (KIP-98), uncompressed, of no transaction. A message without a time has the present one. */
export const writeRecordBatch = (writer: ByteWriter, batch: RecordBatch, nowMs: number): void => {
	const { messages, producerId, producerEpoch, firstSequence } = batch;
	const times = messages.map(({ timestamp }) => Number(timestamp ?? nowMs));
	// A batch may hold more messages than a function takes arguments.
	const firstMs = times.reduce((first, ms) => Math.min(first, ms), Number.POSITIVE_INFINITY);
	const lastMs = times.reduce((last, ms) => Math.max(last, ms), Number.NEGATIVE_INFINITY);
	writer.int64(0n);
	writer.sized32(() => {
		writer.int32(0);
		writer.int8(MAGIC);
		const crcAt = writer.length;
		writer.int32(0);
		const checkedFrom = writer.length;
		writer.int16(0);
		writer.int32(messages.length - 1);
		writer.int64(BigInt(firstMs));
		writer.int64(BigInt(lastMs));
		writer.int64(producerId);
		writer.int16(producerEpoch);
		writer.int32(firstSequence);
		writer.int32(messages.length);
		messages.forEach(({ key, value, headers = none }, index) => {
			writer.sized(() => {
				// No attribute of a record is in use.
				writer.int8(0);
				writer.varInt((times[index] ?? firstMs) - firstMs);
				writer.varInt(index);
				writer.field(key);
				writer.field(value);
				writeHeaders(writer, headers);
			});
		});
		// As a signed integer, which is what is written.
		writer.patchInt32(crcAt, crc32C(writer.written(checkedFrom)) | 0);
	});
};
