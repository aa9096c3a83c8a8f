import { setTimeout as wait } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';

const POLL_MS = 200;

/** waitForLoader resolves with true once the loader has committed all that the events hold at this moment, with false after `withinMs`. */
export const waitForLoader = async (
	kafka: Kafka,
	{ topic, groupId }: { readonly topic: string; readonly groupId: string },
	withinMs: number,
): Promise<boolean> => {
	const admin = kafka.admin();
	await admin.connect();
	try {
		const ends = (await admin.fetchTopicOffsets(topic)).filter(({ high, low }) => BigInt(high) > BigInt(low));
		for (const until = performance.now() + withinMs; ; await wait(POLL_MS)) {
			const [group] = await admin.fetchOffsets({ groupId, topics: [topic] });
			const reached = new Map(group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
			if (ends.every(({ partition, high }) => (reached.get(partition) ?? -1n) >= BigInt(high))) return true;
			if (performance.now() > until) return false;
		}
	} finally {
		await admin.disconnect();
	}
};
