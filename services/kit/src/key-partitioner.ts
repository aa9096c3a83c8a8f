import type { ICustomPartitioner } from 'kafkajs';

const SEED = 0x9747b28c;
const FACTOR = 0x5bd1e995;

const mix = (bits: number): number => {
	const product = Math.imul(bits, FACTOR);
	return Math.imul(product ^ (product >>> 24), FACTOR);
};

/** murmur2 hashes bytes as Kafka's own clients do (Utils.murmur2 of the Java client); a signed 32-bit integer. */
const murmur2 = (bytes: Buffer): number => {
	const whole = bytes.length & ~3;
	let hash = SEED ^ bytes.length;
	for (let index = 0; index < whole; index += 4)
		hash = Math.imul(hash, FACTOR) ^ mix(bytes.readInt32LE(index));
	if (whole < bytes.length) {
		for (let index = bytes.length - 1; index >= whole; index -= 1)
			hash ^= (bytes[index] ?? 0) << ((index - whole) * 8);
		hash = Math.imul(hash, FACTOR);
	}
	hash = Math.imul(hash ^ (hash >>> 13), FACTOR);
	return hash ^ (hash >>> 15);
};

/**
 * keyPartitioner gives a key the partition that every Kafka client gives it. kafkajs' own does so with 64-bit integers, at
 * a tenth of what writing an event costs. A message that names its partition goes there. One without key, which nothing of ours
 * is, goes to the first: it may be a stranger's, on its way to the dead letters, and must not stop there.
 */
export const keyPartitioner: ICustomPartitioner =
	() =>
	({ partitionMetadata, message }) => {
		if (message.partition !== undefined) return message.partition;
		if (message.key === undefined || message.key === null) return 0;
		const hash = murmur2(Buffer.from(message.key));
		return (hash & 0x7fffffff) % partitionMetadata.length;
	};
