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

const AGAIN_MS = 250;
const GIVE_UP_AFTER = 40;

/** readOnce reads until the end of a range, or throws; what was taken before is not taken again when it is asked to go on. */
const readOnce = async (
	kafka: Kafka,
	{ topic, partition, from, end }: Range,
	take: (message: KafkaMessage) => Promise<void>,
): Promise<void> => {
	// A group of its own, which never commits.
	const consumer = kafka.consumer({ groupId: `range-${randomUUID()}`, allowAutoTopicCreation: false });
	const readAll = new Promise<void>((resolve, reject) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
		const eachBatch = async ({ batch }: EachBatchPayload): Promise<void> => {
			if (batch.partition !== partition) return;
			for (const message of batch.messages) await take(message);
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
	await readAll.finally(() => consumer.disconnect());
};

/** readRange gives every message of a range once, in order, no faster than `take` takes them; it is patient with a broker that has just started. */
export const readRange = async (
	kafka: Kafka,
	range: Range,
	take: (message: KafkaMessage) => Promise<void>,
): Promise<void> => {
	let next = range.from;
	const takeOnce = async (message: KafkaMessage): Promise<void> => {
		const offset = BigInt(message.offset);
		// What was read before the seek comes once more.
		if (offset < next || offset >= range.end) return;
		next = offset + 1n;
		await take(message);
	};
	for (let attempt = 1; next < range.end; attempt += 1) {
		try {
			return await readOnce(kafka, { ...range, from: next }, takeOnce);
		} catch (err) {
			const passing = err instanceof KafkaJSError && err.retriable;
			if (!passing || attempt === GIVE_UP_AFTER) throw err;
		}
		await delay(AGAIN_MS);
	}
};
