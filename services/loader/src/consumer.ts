import { type KafkaAccess, quickReturn } from '@vigie/kit/kafka';
import type { Batch, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { dismissMember } from './dismiss-member.js';
import type { BatchControl } from './patience.js';

/** BatchHandler stores a whole batch of one partition, or throws: then nothing is committed and it is read again. */
export type BatchHandler = (batch: Batch, control: BatchControl) => Promise<void>;

export interface ConsumerOptions {
	readonly kafka: Kafka;
	/** What `kafka` was made of. */
	readonly access: KafkaAccess;
	readonly topic: string;
	readonly groupId: string;
	readonly handle: BatchHandler;
	readonly onCommit: (batch: Batch) => void;
	/** Called with true when the group has given this consumer its partitions, with false when it lost its connection. */
	readonly onReady: (ready: boolean) => void;
}

export interface RunningConsumer {
	/** failed rejects when the consumer died for good: kafkajs would leave the process alive and idle. */
	readonly failed: Promise<never>;
	/** settle takes no further batch, and resolves when the one in hand is stored and committed (or given up). */
	settle(): Promise<void>;
	/** close settles, then leaves the group. */
	close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

/** A broker that is away counts the session from its return. */
const CRASHED_MS = 60_000;

const watch = (
	consumer: Consumer,
	{ access, groupId, onReady }: Pick<ConsumerOptions, 'access' | 'groupId' | 'onReady'>,
): Promise<never> => {
	let memberId: string | null = null;
	consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
		memberId = payload.memberId;
		onReady(true);
	});
	consumer.on(consumer.events.DISCONNECT, () => onReady(false));
	const failed = new Promise<never>((_resolve, reject) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => {
			onReady(false);
			if (!payload.restart) return reject(payload.error);
			if (memberId !== null) void dismissMember(access, groupId, memberId, CRASHED_MS);
			memberId = null;
		});
	});
	// Whoever awaits `failed` hears of it; until then it must not count as unhandled.
	failed.catch(() => undefined);
	return failed;
};

/**
 * runConsumer reads a topic in batches and commits a batch's end only after `handle` has stored all of it. The handler's
 * wait is the back-pressure: nothing is fetched meanwhile, and no queue stands in between.
 */
export const runConsumer = async (options: ConsumerOptions): Promise<RunningConsumer> => {
	const { kafka, topic, groupId, handle, onCommit } = options;
	const consumer = kafka.consumer({
		groupId,
		allowAutoTopicCreation: false,
		...quickReturn,
		// Small traffic waits this long at most; big traffic fills the megabyte first and makes big inserts.
		minBytes: MEGABYTE,
		maxWaitTimeInMs: 250,
		// 8 MB are 10 to 20 thousand events: what an insert should hold.
		maxBytesPerPartition: 8 * MEGABYTE,
		maxBytes: 8 * MEGABYTE,
	});
	const failed = watch(consumer, options);
	await consumer.connect();
	// From the beginning: a group without a position, or whose position was deleted, must not skip what is left.
	await consumer.subscribe({ topic, fromBeginning: true });
	let inHand: Promise<void> = Promise.resolve();
	let settling = false;
	const storeAndCommit = async (payload: EachBatchPayload): Promise<void> => {
		const { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary } = payload;
		await handle(batch, { heartbeat, isRunning: () => payload.isRunning() && !settling });
		// The only sign of a rebalance is a heartbeat that rejects.
		await heartbeat();
		const offset = (BigInt(batch.lastOffset()) + 1n).toString();
		await commitOffsetsIfNecessary({
			topics: [{ topic, partitions: [{ partition: batch.partition, offset }] }],
		});
		resolveOffset(batch.lastOffset());
		onCommit(batch);
	};
	await consumer.run({
		autoCommit: false,
		// True would resolve the last offset of a batch that the handler left early.
		eachBatchAutoResolve: false,
		eachBatch: async (payload) => {
			if (settling || !payload.isRunning() || payload.isStale()) return;
			const stored = storeAndCommit(payload);
			inHand = stored.catch(() => undefined);
			await stored;
		},
	});
	const settle = async (): Promise<void> => {
		settling = true;
		try {
			consumer.pause([{ topic }]);
		} catch {
			// A consumer that has crashed fetches nothing: there is nothing to pause.
		}
		await inHand;
	};
	return {
		failed,
		settle,
		close: async () => {
			await settle();
			await consumer.disconnect();
		},
	};
};
