import type { Admin } from 'kafkajs';

/** Position is how far a partition goes, and how far its reader has come; offsets are the next ones, as Kafka counts. */
export interface Position {
	readonly partition: number;
	/** First offset that is still there. */
	readonly low: bigint;
	/** Offset that the next message will have. */
	readonly high: bigint;
	/** Offset that the reader will read next; `low` while it has committed nothing. */
	readonly committed: bigint;
}

/** readPositions reads the positions of a group on each partition of a topic. */
export const readPositions = async (admin: Admin, topic: string, groupId: string): Promise<Position[]> => {
	const [ends, [group]] = await Promise.all([
		admin.fetchTopicOffsets(topic),
		admin.fetchOffsets({ groupId, topics: [topic] }),
	]);
	const committed = new Map(group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
	return ends
		.map(({ partition, low, high }) => {
			const position = committed.get(partition) ?? -1n;
			return {
				partition,
				low: BigInt(low),
				high: BigInt(high),
				// -1 is kafkajs's word for a group without a position.
				committed: position < BigInt(low) ? BigInt(low) : position,
			};
		})
		.sort((a, b) => a.partition - b.partition);
};
