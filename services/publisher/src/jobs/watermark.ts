import { topicOffsets, topicOffsetsAt } from '@vigie/kit/topic-offsets';
import { releaseInstant } from '@vigie/schemas/calendar';
import type { Admin } from 'kafkajs';

/** Loaded tells whether the loader has stored everything up to a point, or on which partition it has not. */
export type Loaded =
	| { readonly loaded: true }
	| {
			readonly loaded: false;
			readonly partition: number;
			readonly committed: string;
			readonly wanted: string;
	  };

export interface LoaderPosition {
	readonly admin: Admin;
	readonly topic: string;
	readonly groupId: string;
}

/** Offsets, by partition, that the loader must have reached. */
export type Watermark = ReadonlyMap<number, bigint>;

/**
 * watermarkOf gives the first offset of each partition whose message was stamped at the week's release or later, an hour after the last
 * revision that counts in it; the end of the partition when there is none. It is complete once that instant has passed.
 */
export const watermarkOf = async ({ admin, topic }: LoaderPosition, week: string): Promise<Watermark> => {
	const offsets = await topicOffsetsAt(admin, topic, releaseInstant(week).getTime());
	return new Map(offsets.map(({ partition, offset }) => [partition, BigInt(offset)]));
};

/** explicitWatermark reads the watermark that a job carries. */
export const explicitWatermark = (watermark: Readonly<Record<string, string>>): Watermark =>
	new Map(Object.entries(watermark).map(([partition, offset]) => [Number(partition), BigInt(offset)]));

/** hasLoaded compares the loader's committed positions with a watermark; retention may have removed what lies below it. */
export const hasLoaded = async (
	{ admin, topic, groupId }: LoaderPosition,
	watermark: Watermark,
): Promise<Loaded> => {
	const [ends, [group]] = await Promise.all([
		topicOffsets(admin, topic),
		admin.fetchOffsets({ groupId, topics: [topic] }),
	]);
	const lowest = new Map(ends.map(({ partition, low }) => [partition, BigInt(low)]));
	const committed = new Map(group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
	for (const [partition, wanted] of watermark) {
		// -1 is kafkajs's word for a group without a position.
		const reached = committed.get(partition) ?? -1n;
		const nothingThere = wanted <= (lowest.get(partition) ?? 0n);
		if (reached < wanted && !nothingThere)
			return { loaded: false, partition, committed: String(reached), wanted: String(wanted) };
	}
	return { loaded: true };
};
