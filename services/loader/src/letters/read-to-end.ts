import { randomUUID } from 'node:crypto';
import { whileBeating } from '@vigie/kit/while-beating';
import type { Kafka, KafkaMessage } from 'kafkajs';

/** Visit is given messages of one partition, in order; false when it has seen enough. */
export type Visit = (messages: readonly KafkaMessage[], partition: number) => Promise<boolean>;

const endsOf = async (kafka: Kafka, topic: string): Promise<Map<number, bigint>> => {
	const admin = kafka.admin();
	await admin.connect();
	const offsets = await admin.fetchTopicOffsets(topic).finally(() => admin.disconnect());
	// A partition that is empty, or emptied by retention, is at its end already.
	const filled = offsets.filter(({ high, low }) => BigInt(high) > BigInt(low));
	return new Map(filled.map(({ partition, high }) => [partition, BigInt(high)]));
};

/**
 * readToEnd visits all that a topic holds at this moment, each message once, and resolves when `visit` has seen it all or
 * enough. Nothing is fetched while a visit lasts; no position is kept.
 */
export const readToEnd = async (kafka: Kafka, topic: string, visit: Visit): Promise<void> => {
	const left = await endsOf(kafka, topic);
	if (left.size === 0) return;
	const groupId = `${topic}-reader-${randomUUID()}`;
	const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 200 });
	const seen = new Map<number, bigint>();
	try {
		await consumer.connect();
		await consumer.subscribe({ topic, fromBeginning: true });
		await new Promise<void>((resolve, reject) => {
			// A command is started again by whoever wants it, not by itself.
			consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
			const run = consumer.run({
				autoCommit: false,
				eachBatch: async ({ batch, heartbeat }) => {
					const { partition } = batch;
					const end = left.get(partition);
					if (end === undefined) return;
					// A consumer that joins again starts over, and new messages may come without end.
					const from = seen.get(partition) ?? -1n;
					const fresh = batch.messages.filter(({ offset }) => BigInt(offset) > from && BigInt(offset) < end);
					// Apart, so that a visit that fails ends the reading, and a lost partition does not.
					const visited = visit(fresh, partition).then(
						(more) => ({ more }),
						(error: unknown) => ({ more: false, error }),
					);
					const outcome = await whileBeating(visited, { heartbeat });
					if ('error' in outcome) reject(outcome.error);
					const last = BigInt(batch.lastOffset());
					seen.set(partition, last > from ? last : from);
					if (last + 1n >= end) left.delete(partition);
					if (!outcome.more) left.clear();
					if (left.size === 0) resolve();
				},
			});
			run.catch(reject);
		});
	} finally {
		await consumer.disconnect();
	}
};
