import { setTimeout as wait } from 'node:timers/promises';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Admin } from 'kafkajs';
import type { Manifest, Position, TopicKey } from './contents.js';
import { howTopics, projections } from './contents.js';
import type { Hands } from './place.js';

const TOLD_MS = 30_000;
const POLL_MS = 50;

/** GroupPosition is the next offset that a group of ours will read in a partition; names are without prefix. */
export interface GroupPosition {
	readonly group: string;
	readonly topic: TopicKey;
	readonly partition: number;
	readonly offset: bigint;
}

// Object.keys widens the names of the table to texts.
const keys = Object.keys(howTopics) as TopicKey[];
/** Groups of one process, or of one reading, which start at the beginning or know where to begin. */
const passing = /^(registry-view|backup|range)-/;

const groupsOf = async ({ admin, place }: Pick<Hands, 'admin' | 'place'>): Promise<string[]> => {
	const { groups } = await admin.listGroups();
	return groups
		.map(({ groupId }) => groupId)
		.filter((name) => name.startsWith(place.VIGIE_TOPIC_PREFIX) && !passing.test(name));
};

/** readPositions reads where every group of ours stands. */
export const readPositions = async (hands: Pick<Hands, 'admin' | 'place'>): Promise<GroupPosition[]> => {
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

/** byGroup puts together what one group is to be told. */
const byGroup = (positions: readonly Position[]): ReadonlyMap<string, readonly Position[]> => {
	const groups = new Map<string, Position[]>();
	for (const position of positions)
		groups.set(position.group, [...(groups.get(position.group) ?? []), position]);
	return groups;
};

/** Offsets are what one group is told. */
interface Offsets {
	readonly consumerGroupId: string;
	readonly topics: readonly {
		readonly topic: string;
		readonly partitions: readonly { readonly partition: number; readonly offset: string }[];
	}[];
}

const isTold = async (admin: Admin, { consumerGroupId, topics }: Offsets): Promise<boolean> => {
	const told = await admin.fetchOffsets({
		groupId: consumerGroupId,
		topics: topics.map(({ topic }) => topic),
	});
	return topics.every(({ topic, partitions }) => {
		const known = told.find((entry) => entry.topic === topic)?.partitions ?? [];
		return partitions.every(
			({ partition, offset }) => known.find((entry) => entry.partition === partition)?.offset === offset,
		);
	});
};

const untilTold = async (admin: Admin, groups: readonly Offsets[]): Promise<void> => {
	const deadline = performance.now() + TOLD_MS;
	for (const group of groups)
		while (!(await isTold(admin, group))) {
			if (performance.now() > deadline)
				throw new Error(`the broker does not tell the positions of ${group.consumerGroupId}`);
			await wait(POLL_MS);
		}
};

/**
 * setPositions puts every group where it stood when the backup began, so that what came after is read (again): on the same log, at
 * the same offset or at the first that is left; on a log made anew, after as many messages. Projections begin at the beginning. All
 * positions are set by one transaction, or none: a restore that is cut off leaves no group somewhere else than the others. It resolves once the
 * broker tells them: what a transaction commits is seen a little after it.
 */
export const setPositions = async (
	{ kafka, admin, place }: Pick<Hands, 'kafka' | 'admin' | 'place'>,
	manifest: Pick<Manifest, 'positions'>,
	sameLog: boolean,
): Promise<void> => {
	const names: Readonly<Record<string, string>> = topicsWithPrefix(place.VIGIE_TOPIC_PREFIX);
	const nameOf = (topic: string): string => {
		const name = names[topic];
		if (name === undefined) throw new Error(`the backup knows a topic that this version does not: ${topic}`);
		return name;
	};
	const offsetOf = ({ group, offset, keptBefore }: Position): string => {
		if (projections.includes(group)) return '0';
		return sameLog ? offset : String(keptBefore);
	};
	const groups = [...byGroup(manifest.positions)].map(([group, positions]) => ({
		consumerGroupId: `${place.VIGIE_TOPIC_PREFIX}${group}`,
		topics: [...new Set(positions.map(({ topic }) => topic))].map((topic) => ({
			topic: nameOf(topic),
			partitions: positions
				.filter((position) => position.topic === topic)
				.map((position) => ({ partition: position.partition, offset: offsetOf(position) })),
		})),
	}));
	if (groups.length === 0) return;
	const transactionalId = `${place.VIGIE_TOPIC_PREFIX}restore`;
	const producer = kafka.producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 });
	await producer.connect();
	try {
		const transaction = await producer.transaction();
		try {
			for (const offsets of groups) await transaction.sendOffsets(offsets);
			await transaction.commit();
		} catch (err) {
			await transaction.abort().catch(() => undefined);
			throw err;
		}
	} finally {
		await producer.disconnect();
	}
	await untilTold(admin, groups);
};
