import { randomUUID } from 'node:crypto';
import { createLogger } from '@vigie/kit/logger';
import { createRedis } from '@vigie/kit/redis';
import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix, useRedis } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { openDuplicateMemory } from '../src/duplicate-memory.js';

const logger = createLogger('memory-test', 'silent');
const TWO_DAYS_SECONDS = 2 * 24 * 60 * 60;
const receivedSlot = '2026-11-10T13:15:00Z';
const prefix = uniquePrefix();

const useMemory = async () => {
	const redis = createRedis({ REDIS_URL: (await useRedis()).address }, logger);
	cleanUp(async () => redis.disconnect());
	await expect.poll(() => redis.status).toBe('ready');
	let now = new Date('2026-11-10T13:20:00Z');
	const memory = openDuplicateMemory(redis, prefix, { now: () => now }, logger);
	const setNow = (text: string): void => {
		now = new Date(text);
	};
	return { redis, memory, setNow };
};

test('what was acknowledged is remembered for a day at least, and the first body stands', async () => {
	const { redis, memory, setNow } = await useMemory();
	const revision = { id: randomUUID(), revision: 3, bodyHash: '0123456789abcdef' };
	const known = [{ bodyHash: revision.bodyHash, receivedSlot }, null];
	const recall = () => memory.recall([revision, { ...revision, revision: 4 }]);

	memory.remember([revision], [receivedSlot]);
	memory.remember([{ ...revision, bodyHash: 'f'.repeat(16) }], ['2026-11-10T13:30:00Z']);

	await expect.poll(recall).toEqual(known);
	setNow('2026-11-11T23:59:59Z');
	expect(await recall()).toEqual(known);
	setNow('2026-11-12T00:00:00Z');
	expect(await recall()).toEqual([null, null]);
	const keys = await redis.keys(`${prefix}*`);
	expect(keys).toHaveLength(1);
	const seconds = await redis.ttl(keys[0] ?? '');
	expect(seconds).toBeGreaterThan(TWO_DAYS_SECONDS - 60);
	expect(seconds).toBeLessThanOrEqual(TWO_DAYS_SECONDS);
});

test('a thousand revisions are remembered and recalled in one call each, in order', async () => {
	const { memory } = await useMemory();
	const revisions = Array.from({ length: 1_000 }, (_none, index) => ({
		id: randomUUID(),
		revision: index % 3,
		bodyHash: index.toString(16).padStart(16, '0'),
	}));

	memory.remember(revisions, Array(revisions.length).fill(receivedSlot));

	await expect
		.poll(() => memory.recall(revisions))
		.toEqual(revisions.map(({ bodyHash }) => ({ bodyHash, receivedSlot })));
});
