import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { expect, test } from 'vitest';
import { keyPartitioner } from '../src/key-partitioner.js';

const usual = Partitioners.DefaultPartitioner();
const ours = keyPartitioner();

const asked = (key: string | Buffer, partitions: number) => ({
	topic: 'any',
	partitionMetadata: Array.from({ length: partitions }, (_none, partitionId) => ({
		partitionId,
		partitionErrorCode: 0,
		leader: 1,
		replicas: [1],
		isr: [1],
	})),
	message: { key, value: null },
});

test('an event goes to the partition that every other client of Kafka would give its key', () => {
	for (let count = 0; count < 1_000; count += 1) {
		const event = asked(randomUUID(), 12);
		expect(ours(event)).toBe(usual(event));
	}
});

test('so does any key, of any length and number of partitions', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 64 }), (bytes, partitions) => {
			const message = asked(Buffer.from(bytes), partitions);
			expect(ours(message)).toBe(usual(message));
		}),
	);
});

test('a message that names its partition goes there, key or not', () => {
	const named = { ...asked('key', 3), message: { key: 'key', value: null, partition: 2 } };

	expect(ours(named)).toBe(2);
	expect(ours({ ...named, message: { value: null, partition: 1 } })).toBe(1);
});

test('a message without a key goes to the first partition: a stranger’s must reach the dead letters', () => {
	const keyless = { ...asked('key', 3), message: { value: 'value' } };

	expect(ours(keyless)).toBe(0);
});
