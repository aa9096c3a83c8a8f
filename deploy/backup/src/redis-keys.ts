import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { type FileEntry, type Manifest, notKept } from './contents.js';
import { readLines, writeLines } from './files.js';
import type { Hands } from './place.js';

const KeyLine = z.strictObject({ key: z.base64(), ttlMs: z.int(), value: z.base64() });
const Dumped = z.array(z.tuple([z.instanceof(Buffer), z.number(), z.instanceof(Buffer)]));

/** All of them at one instant: a job is several keys, and half a job would be none. */
const dumpAll = `
local dumped = {}
for _, key in ipairs(redis.call('KEYS', ARGV[1])) do
	local kept = true
	for index = 2, #ARGV do
		if string.sub(key, 1, #ARGV[index]) == ARGV[index] then kept = false end
	end
	if kept then
		local value = redis.call('DUMP', key)
		if value then table.insert(dumped, { key, redis.call('PTTL', key), value }) end
	end
end
return dumped`;

const globbed = (text: string): string => text.replaceAll(/[*?[\]\\]/g, '\\$&');

/** dumpRedis writes queues, jobs and what else is in Redis under the prefix, left out what only makes things faster for a moment. */
export const dumpRedis = async ({ redis, place }: Hands, folder: string): Promise<FileEntry> => {
	const prefix = place.VIGIE_TOPIC_PREFIX;
	const left = notKept.map((start) => `${prefix}${start}`);
	const answer = await redis.callBuffer('EVAL', dumpAll, 0, `${globbed(prefix)}*`, ...left);
	const lines = Dumped.parse(answer).map(([key, ttlMs, value]) =>
		JSON.stringify({ key: key.toString('base64'), ttlMs, value: value.toString('base64') }),
	);
	return writeLines(
		folder,
		'redis.jsonl.gz',
		(async function* () {
			for (const line of lines) yield `${line}\n`;
		})(),
	);
};

const restoreKey = async (redis: Redis, line: string): Promise<void> => {
	const { key, ttlMs, value } = KeyLine.parse(JSON.parse(line));
	// A key without an end says -1, and RESTORE wants 0.
	const ttl = Math.max(0, ttlMs);
	await redis.restore(Buffer.from(key, 'base64'), ttl, Buffer.from(value, 'base64'), 'REPLACE');
};

/** loadRedis puts the keys back, in place of those of the same name. */
export const loadRedis = async (
	{ redis }: Hands,
	folder: string,
	manifest: Pick<Manifest, 'redis'>,
): Promise<number> => {
	for await (const lines of readLines(join(folder, manifest.redis.path), 1_000_000))
		for (const line of lines.toString('utf8').trimEnd().split('\n')) await restoreKey(redis, line);
	return manifest.redis.count;
};
