import type { KafkaMessage, Message } from 'kafkajs';
import { z } from 'zod';

const Base64 = z.base64();
const MessageLine = z.strictObject({
	key: Base64.nullable(),
	value: Base64.nullable(),
	timestamp: z.string(),
	headers: z.array(z.tuple([z.string(), Base64])),
});

const packed = (bytes: Buffer | string | null | undefined): string | null =>
	bytes === null || bytes === undefined ? null : Buffer.from(bytes).toString('base64');

const unpacked = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'));

/** lineOf writes a message as one line of JSON; its bytes are kept as they are. */
export const lineOf = ({ key, value, timestamp, headers }: KafkaMessage): string => {
	const entries = Object.entries(headers ?? {}).flatMap(([name, values]) =>
		[values].flat().flatMap((bytes) => (bytes === undefined ? [] : [[name, packed(bytes)]])),
	);
	return JSON.stringify({ key: packed(key), value: packed(value), timestamp, headers: entries });
};

/** messageOf reads a line back, for a partition. */
export const messageOf = (line: string, partition: number): Message => {
	const { key, value, timestamp, headers } = MessageLine.parse(JSON.parse(line));
	const grouped: Record<string, Buffer[]> = {};
	for (const [name, bytes] of headers) {
		grouped[name] ??= [];
		grouped[name].push(Buffer.from(bytes, 'base64'));
	}
	return { partition, timestamp, key: unpacked(key), value: unpacked(value), headers: grouped };
};
