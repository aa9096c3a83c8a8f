import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { followLog } from '@vigie/test/verify/follow-log';
import type { Redis } from 'ioredis';
import type { Admin, Kafka, KafkaMessage } from 'kafkajs';
import { vi } from 'vitest';
import { z } from 'zod';

/** filesWith lists the files of a folder that hold a text, whatever its case: segments, parts, dumps and logs as they lie on the disk. */
export const filesWith = async (folder: string, text: string): Promise<string[]> => {
	try {
		const { stdout } = await promisify(execFile)(
			'grep',
			['--recursive', '--files-with-matches', '--text', '--ignore-case', '--fixed-strings', text, folder],
			{ maxBuffer: 64_000_000 },
		);
		return stdout.trim().split('\n');
	} catch (err) {
		// It ends with 1 when it finds nothing, with 2 when a file went away while it read.
		if (err instanceof Error && 'stdout' in err && typeof err.stdout === 'string' && err.stdout !== '')
			return err.stdout.trim().split('\n');
		return [];
	}
};

const holds = (bytes: Buffer | string | null | undefined, text: string): boolean =>
	(bytes ?? '').toString().toLowerCase().includes(text.toLowerCase());

const headersOf = (message: KafkaMessage): string =>
	JSON.stringify(message.headers, (_name, value) =>
		value?.type === 'Buffer' ? Buffer.from(value.data).toString() : value,
	);

/** isInTopic reads a topic to its end through the broker, thus unpacked, and tells whether one of its messages holds a text. */
const isInTopic = async (kafka: Kafka, admin: Admin, topic: string, text: string): Promise<boolean> => {
	let found = false;
	const offsets = await admin.fetchTopicOffsets(topic);
	if (offsets.every(({ low, high }) => low === high)) return false;
	const follower = await followLog(kafka, topic, (messages) => {
		for (const message of messages)
			if (holds(message.key, text) || holds(message.value, text) || holds(headersOf(message), text))
				found = true;
	});
	await vi.waitUntil(
		() =>
			offsets.every(
				({ partition, low, high }) => low === high || (follower.next.get(partition) ?? 0n) >= BigInt(high),
			),
		{ timeout: 60_000, interval: 50 },
	);
	await follower.close();
	return found;
};

/** topicsWith names the topics with a message that holds a text: all of them are read, at the same time. */
export const topicsWith = async (kafka: Kafka, text: string): Promise<string[]> => {
	const admin = kafka.admin();
	await admin.connect();
	const topics = await admin.listTopics();
	const found = await Promise.all(topics.map((topic) => isInTopic(kafka, admin, topic, text)));
	await admin.disconnect();
	return topics.filter((_topic, index) => found[index]);
};

const Place = z.object({ database: z.string(), table: z.string() });

/** tablesWith reads every column of every table through the engine, thus decompressed, and names those with a row that holds a text. */
export const tablesWith = async (
	client: ClickHouseClient,
	text: string,
): Promise<{ readonly searched: number; readonly found: string[] }> => {
	const query = createQuerier(client);
	const places = await query({
		sql: `
			SELECT database, name AS table
			FROM system.tables
			WHERE database IN ('private', 'published', 'state', 'vigie_meta')
			  AND engine LIKE '%MergeTree'
			ORDER BY database, name`,
		params: z.object({}),
		row: Place,
	})({});
	const count = query({
		sql: `
			SELECT count() AS n
			FROM {database:Identifier}.{table:Identifier}
			WHERE positionCaseInsensitive(toString(tuple(*)), {text:String}) > 0`,
		params: Place.extend({ text: z.string() }),
		row: z.object({ n: z.coerce.number() }),
	});
	const found: string[] = [];
	for (const { database, table } of places) {
		const [row] = await count({ database, table, text });
		if (row && row.n > 0) found.push(`${database}.${table}`);
	}
	return { searched: places.length, found };
};

const contentOf = async (redis: Redis, key: string): Promise<unknown> => {
	switch (await redis.type(key)) {
		case 'string':
			return redis.get(key);
		case 'hash':
			return redis.hgetall(key);
		case 'list':
			return redis.lrange(key, 0, -1);
		case 'set':
			return redis.smembers(key);
		case 'zset':
			return redis.zrange(key, '0', '-1');
		case 'stream':
			return redis.xrange(key, '-', '+');
		default:
			return null;
	}
};

/** redisKeysWith reads every key and its value, and names those that hold a text. */
export const redisKeysWith = async (redis: Redis, text: string): Promise<string[]> => {
	const found: string[] = [];
	for await (const keys of redis.scanStream({ count: 500 }))
		for (const key of z.array(z.string()).parse(keys))
			if (holds(key, text) || holds(JSON.stringify(await contentOf(redis, key)), text)) found.push(key);
	return found;
};
