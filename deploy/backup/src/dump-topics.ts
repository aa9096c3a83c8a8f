import { PassThrough } from 'node:stream';
import { type Range, readRange } from '@vigie/kit/read-range';
import { topicOffsets } from '@vigie/kit/topic-offsets';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import type { KafkaMessage } from 'kafkajs';
import { howTopics, type Manifest, type TopicKey } from './contents.js';
import { writeLines } from './files.js';
import { lineOf } from './message-line.js';
import type { Hands } from './place.js';
import type { GroupPosition } from './positions.js';

export interface DumpedTopics {
	readonly files: Manifest['topics'];
	/** Offsets of the messages that were kept, in order, by topic and partition (`registry/0`). */
	readonly kept: ReadonlyMap<string, readonly bigint[]>;
}

/** Nobody waits for it: a broker that has much to do has its time. */
const PATIENCE_MS = 120_000;

const dumpRange = async (hands: Hands, folder: string, key: TopicKey, range: Range) => {
	const lines = new PassThrough();
	// Closed before its end when it could not be written: `written` says why.
	const closed = new Promise((resolve) => lines.once('close', resolve));
	const kept: bigint[] = [];
	const path = `topics/${key}-${range.partition}.jsonl.gz`;
	const written = writeLines(folder, path, lines);
	const keep = async (message: KafkaMessage): Promise<void> => {
		kept.push(BigInt(message.offset));
		const room = lines.write(`${lineOf(message)}\n`);
		if (!room) await Promise.race([closed, new Promise((resolve) => lines.once('drain', resolve))]);
	};
	try {
		await readRange(hands.kafka, range, keep, PATIENCE_MS);
		lines.end();
	} catch (err) {
		lines.destroy(err instanceof Error ? err : new Error('a topic could not be read'));
	}
	const { partition, end } = range;
	return { file: { ...(await written), topic: key, partition, end: String(end) }, kept };
};

/**
 * dumpTopics writes the messages of each topic, a file a partition. Of events it writes those that the loader had not stored when
 * `positions` were read: the store is read after that, and holds all others.
 */
export const dumpTopics = async (
	hands: Hands,
	folder: string,
	positions: readonly GroupPosition[],
	progress: (text: string) => void,
): Promise<DumpedTopics> => {
	const names = topicsWithPrefix(hands.place.VIGIE_TOPIC_PREFIX);
	const files: Manifest['topics'] = [];
	const kept = new Map<string, readonly bigint[]>();
	// Object.keys widens the names of the table to texts.
	for (const key of Object.keys(howTopics) as TopicKey[]) {
		if (howTopics[key] === 'none') continue;
		for (const { partition, low, high } of await topicOffsets(hands.admin, names[key])) {
			progress(`${names[key]}/${partition}`);
			const stored = positions.find(
				({ group, topic, partition: at }) => group === 'loader-events' && topic === key && at === partition,
			);
			const unread = howTopics[key] === 'unread' && stored ? stored.offset : BigInt(low);
			const from = unread > BigInt(low) ? unread : BigInt(low);
			const range = { topic: names[key], partition, from, end: BigInt(high) };
			const dumped = await dumpRange(hands, folder, key, range);
			files.push(dumped.file);
			kept.set(`${key}/${partition}`, dumped.kept);
		}
	}
	return { files, kept };
};
