import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import kafkajs, { type EachBatchPayload, type Kafka, type KafkaMessage } from 'kafkajs';

const { KafkaJSError } = kafkajs;

/** Range is what is read of a partition: from an offset, included, to another, excluded. */
export interface Range {
	readonly topic: string;
	readonly partition: number;
	readonly from: bigint;
	readonly end: bigint;
}

/** SILENCE_MS is how long a broker may bring nothing before a reading is given up. */
const SILENCE_MS = 10_000;
const AGAIN_MS = 250;
const GIVE_UP_AFTER = 40;

/** readOnce reads until the end of a range, or throws; what was taken before is not taken again when it is asked to go on. */
const readOnce = async (
	kafka: Kafka,
	{ topic, partition, from, end }: Range,
	take: (message: KafkaMessage) => Promise<void>,
	silenceMs: number,
): Promise<void> => {
	// A group of its own, which never commits.
	const consumer = kafka.consumer({ groupId: `range-${randomUUID()}`, allowAutoTopicCreation: false });
	let timer: NodeJS.Timeout | undefined;
	const readAll = new Promise<void>((resolve, reject) => {
		const listen = (): void => {
			clearTimeout(timer);
			timer = setTimeout(
				() => reject(new Error(`the broker brought nothing of a range for ${silenceMs} ms`)),
				silenceMs,
			);
		};
		listen();
		consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
		const eachBatch = async ({ batch }: EachBatchPayload): Promise<void> => {
			if (batch.partition !== partition) return;
			// Whoever takes may be slow: that is not the broker's silence.
			clearTimeout(timer);
			for (const message of batch.messages) await take(message);
			listen();
		};
		// Not from the batch: what ends a transaction is no message, and a fetch that brings nothing else is handed to nobody.
		consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
			if (payload.partition === partition && BigInt(payload.lastOffset) >= end - 1n) resolve();
		});
		consumer
			.connect()
			.then(() => consumer.subscribe({ topic, fromBeginning: true }))
			.then(() => consumer.run({ autoCommit: false, eachBatch }))
			.then(() => consumer.seek({ topic, partition, offset: String(from) }))
			.catch(reject);
	});
	try {
		await readAll;
	} catch (err) {
		clearTimeout(timer);
		// Not waited for: a broker that does not answer does not answer that either.
		consumer.disconnect().catch(() => undefined);
		throw err;
	}
	clearTimeout(timer);
	await consumer.disconnect();
};

/** readRange gives every message of a range once, in order, no faster than `take` takes them; it is patient with a broker that has just started, and gives up one that is silent. */
export const readRange = async (
	kafka: Kafka,
	range: Range,
	take: (message: KafkaMessage) => Promise<void>,
	silenceMs = SILENCE_MS,
): Promise<void> => {
	let next = range.from;
	let heardAt = performance.now();
	const takeOnce = async (message: KafkaMessage): Promise<void> => {
		const offset = BigInt(message.offset);
		// What was read before the seek comes once more.
		if (offset < next || offset >= range.end) return;
		next = offset + 1n;
		await take(message);
		heardAt = performance.now();
	};
	for (let attempt = 1; next < range.end; attempt += 1) {
		try {
			return await readOnce(kafka, { ...range, from: next }, takeOnce, silenceMs);
		} catch (err) {
			const passing = err instanceof KafkaJSError && err.retriable;
			const silent = performance.now() - heardAt > silenceMs;
			if (!passing || silent || attempt === GIVE_UP_AFTER) throw err;
		}
		await delay(AGAIN_MS);
	}
};
