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

/** byTopic puts together the positions of a group in one topic: each setting makes the group come together once. */
const byTopic = (positions: readonly Position[]): Position[][] => {
	const groups = new Map<string, Position[]>();
	for (const position of positions) {
		const name = `${position.group} ${position.topic}`;
		groups.set(name, [...(groups.get(name) ?? []), position]);
	}
	return [...groups.values()];
};

/**
 * setPositions puts every group where it stood when the backup began, so that what came after is read (again): on the same log, at
 * the same offset or at the first that is left; on a log made anew, after as many messages. Projections begin at the beginning.
 */
export const setPositions = async (
	{ admin, place }: Hands,
	manifest: Pick<Manifest, 'positions'>,
	sameLog: boolean,
): Promise<void> => {
	const names: Readonly<Record<string, string>> = topicsWithPrefix(place.VIGIE_TOPIC_PREFIX);
	const offsetOf = ({ group, offset, keptBefore }: Position): string => {
		if (projections.includes(group)) return '0';
		return sameLog ? offset : String(keptBefore);
	};
	for (const positions of byTopic(manifest.positions)) {
		const [{ group, topic } = { group: '', topic: '' }] = positions;
		const name = names[topic];
		if (name === undefined) throw new Error(`the backup knows a topic that this version does not: ${topic}`);
		await admin.setOffsets({
			groupId: `${place.VIGIE_TOPIC_PREFIX}${group}`,
			topic: name,
			partitions: positions.map((position) => ({
				partition: position.partition,
				offset: offsetOf(position),
			})),
		});
	}
};
