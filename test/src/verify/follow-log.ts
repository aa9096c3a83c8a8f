import { randomUUID } from 'node:crypto';
import type { Kafka, KafkaMessage } from 'kafkajs';

/** LogFollower reads a topic from its beginning, and goes on reading; it commits nothing, and leaves nothing behind. */
export interface LogFollower {
	/** next gives, for each partition, the offset that will be read next; a partition of which nothing was read yet is missing. */
	readonly next: ReadonlyMap<number, bigint>;
	/** failed rejects when it cannot go on. */
	readonly failed: Promise<never>;
	close(): Promise<void>;
}

/**
 * followLog reads in a group of its own, and hands over each message once, some at a time; the wait for the handler is the
 * back-pressure. When the handler fails, nothing more is handed over and `failed` says so: kafkajs would hand it over again.
 */
export const followLog = async (
	kafka: Kafka,
	topic: string,
	handle: (messages: readonly KafkaMessage[], partition: number) => Promise<void> | void,
): Promise<LogFollower> => {
	const groupId = `vigie-verify-${randomUUID()}`;
	const consumer = kafka.consumer({
		groupId,
		allowAutoTopicCreation: false,
		sessionTimeout: 30_000,
		// Closing waits for the fetch under way.
		maxWaitTimeInMs: 250,
	});
	const next = new Map<number, bigint>();
	let fail: (error: unknown) => void = () => undefined;
	let isOver = false;
	const failed = new Promise<never>((_resolve, reject) => {
		fail = reject;
		consumer.on(consumer.events.CRASH, ({ payload }) => {
			if (!payload.restart) reject(payload.error);
		});
	});
	// Whoever waits hears of it.
	failed.catch(() => undefined);
	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({
		autoCommit: false,
		eachBatch: async ({ batch, heartbeat }) => {
			if (isOver) return;
			const from = next.get(batch.partition) ?? 0n;
			// A consumer that joins again starts over: what it has seen before is not handed over twice.
			const fresh = batch.messages.filter(({ offset }) => BigInt(offset) >= from);
			try {
				await handle(fresh, batch.partition);
			} catch (error) {
				isOver = true;
				return fail(error);
			}
			const end = BigInt(batch.lastOffset()) + 1n;
			if (end > from) next.set(batch.partition, end);
			await heartbeat();
		},
	});
	return {
		next,
		failed,
		close: async () => {
			await consumer.disconnect();
			const admin = kafka.admin();
			await admin.connect();
			// It has no members any more, and would stay in the broker for a week.
			await admin.deleteGroups([groupId]).catch(() => undefined);
			await admin.disconnect();
		},
	};
};
