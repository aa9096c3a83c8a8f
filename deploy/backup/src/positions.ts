import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Manifest, Position, TopicKey } from './contents.js';
import { howTopics, projections } from './contents.js';
import type { Hands } from './place.js';

/** GroupPosition is the next offset that a group of ours will read in a partition; names are without prefix. */
export interface GroupPosition {
	readonly group: string;
	readonly topic: TopicKey;
	readonly partition: number;
	readonly offset: bigint;
}

// Object.keys widens the names of the table to texts.
const keys = Object.keys(howTopics) as TopicKey[];
/** Groups of one process, which start at the beginning or know where to begin. */
const passing = /^(registry-view|backup)-/;

const groupsOf = async ({ admin, place }: Hands): Promise<string[]> => {
	const { groups } = await admin.listGroups();
	return groups
		.map(({ groupId }) => groupId)
		.filter((name) => name.startsWith(place.VIGIE_TOPIC_PREFIX) && !passing.test(name));
};

/** readPositions reads where every group of ours stands. */
export const readPositions = async (hands: Hands): Promise<GroupPosition[]> => {
	const prefix = hands.place.VIGIE_TOPIC_PREFIX;
	const names = topicsWithPrefix(prefix);
	const positions: GroupPosition[] = [];
	for (const groupId of await groupsOf(hands)) {
		const topics = await hands.admin.fetchOffsets({ groupId, topics: Object.values(names) });
		for (const key of keys) {
			const found = topics.find(({ topic }) => topic === names[key])?.partitions ?? [];
			// -1 is kafkajs's word for a group without a position.
			for (const { partition, offset } of found)
				if (BigInt(offset) >= 0n)
					positions.push({
						group: groupId.slice(prefix.length),
						topic: key,
						partition,
						offset: BigInt(offset),
					});
		}
	}
	return positions;
};

/** placed adds to each position how many of the kept messages lie before it: where it will be on a log made anew. */
export const placed = (
	positions: readonly GroupPosition[],
	kept: ReadonlyMap<string, readonly bigint[]>,
): Position[] =>
	positions.map(({ group, topic, partition, offset }) => ({
		group,
		topic,
		partition,
		offset: String(offset),
		keptBefore: (kept.get(`${topic}/${partition}`) ?? []).filter((at) => at < offset).length,
	}));

const setOne = async (
	{ admin, place }: Hands,
	{ group, topic, partition }: Position,
	offset: bigint,
): Promise<void> => {
	const names: Readonly<Record<string, string>> = topicsWithPrefix(place.VIGIE_TOPIC_PREFIX);
	const name = names[topic];
	if (name === undefined) throw new Error(`the backup knows a topic that this version does not: ${topic}`);
	await admin.setOffsets({
		groupId: `${place.VIGIE_TOPIC_PREFIX}${group}`,
		topic: name,
		partitions: [{ partition, offset: String(offset) }],
	});
};

/**
 * setPositions puts every group where it stood when the backup began, so that what came after is read (again): on the same log, at
 * the same offset or at the first that is left; on a log made anew, after as many messages. Projections begin at the beginning.
 */
export const setPositions = async (
	hands: Hands,
	manifest: Pick<Manifest, 'positions'>,
	sameLog: boolean,
): Promise<void> => {
	for (const position of manifest.positions) {
		if (projections.includes(position.group)) await setOne(hands, position, 0n);
		else await setOne(hands, position, sameLog ? BigInt(position.offset) : BigInt(position.keptBefore));
	}
};
