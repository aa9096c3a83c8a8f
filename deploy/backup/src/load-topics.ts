import { join } from 'node:path';
import { createProducer } from '@vigie/kit/kafka';
import { topicOffsets } from '@vigie/kit/topic-offsets';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { Manifest } from './contents.js';
import { readLines } from './files.js';
import { messageOf } from './message-line.js';
import type { Hands } from './place.js';

/** Below the largest request that a broker takes, base64 and all. */
const PIECE_BYTES = 500_000;

const endsOf = async ({ admin, place }: Hands): Promise<Map<string, bigint>> => {
	const ends = new Map<string, bigint>();
	for (const [key, name] of Object.entries(topicsWithPrefix(place.VIGIE_TOPIC_PREFIX)))
		for (const { partition, high } of await topicOffsets(admin, name))
			ends.set(`${key}/${partition}`, BigInt(high));
	return ends;
};

/**
 * isSameLog tells whether the log beside which a backup was taken is still there. Throws when the topics hold something else: a
 * restore never mixes two pasts. The deploy step may have written which world this is.
 */
export const isSameLog = async (hands: Hands, { cluster, topics }: Manifest): Promise<boolean> => {
	const { clusterId } = await hands.admin.describeCluster();
	const ends = await endsOf(hands);
	const reaches = topics.every(
		({ topic, partition, end }) => (ends.get(`${topic}/${partition}`) ?? 0n) >= BigInt(end),
	);
	if (clusterId === cluster && reaches) return true;
	for (const [place, end] of ends) {
		const stamp = place === 'registry/0' ? 1n : 0n;
		if (end > stamp)
			throw new Error(
				`the topic ${place} holds messages already: a backup is restored beside its own log or an empty one`,
			);
	}
	return false;
};

/** loadTopics writes every kept message again, in the same partition and order, with its key, headers and time. */
export const loadTopics = async (
	{ kafka, place }: Hands,
	folder: string,
	manifest: Pick<Manifest, 'topics'>,
	progress: (text: string) => void,
): Promise<number> => {
	const names: Readonly<Record<string, string>> = topicsWithPrefix(place.VIGIE_TOPIC_PREFIX);
	const producer = createProducer(kafka);
	await producer.connect();
	let messages = 0;
	try {
		for (const { topic, partition, path, count } of manifest.topics) {
			const name = names[topic];
			if (name === undefined)
				throw new Error(`the backup knows a topic that this version does not: ${topic}`);
			progress(`${name}/${partition}`);
			for await (const lines of readLines(join(folder, path), PIECE_BYTES)) {
				const read = lines.toString('utf8').trimEnd().split('\n');
				await producer.send({
					topic: name,
					acks: -1,
					messages: read.map((line) => messageOf(line, partition)),
				});
			}
			messages += count;
		}
	} finally {
		await producer.disconnect();
	}
	return messages;
};
