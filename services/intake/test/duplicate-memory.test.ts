import { randomUUID } from 'node:crypto';
import { createLogger } from '@vigie/kit/logger';
import { createRedis } from '@vigie/kit/redis';
import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix, useRedis } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { openDuplicateMemory } from '../src/duplicate-memory.js';

const logger = createLogger('memory-test', 'silent');
const DAY_SECONDS = 24 * 60 * 60;
const receivedSlot = '2026-11-10T13:15:00Z';

test('what was acknowledged is remembered for a day, and the first body stands', async () => {
	const redis = createRedis((await useRedis()).address, logger);
	cleanUp(async () => redis.disconnect());
	await expect.poll(() => redis.status).toBe('ready');
	const prefix = uniquePrefix();
	const memory = openDuplicateMemory(redis, prefix, logger);
	const revision = { id: randomUUID(), revision: 3, bodyHash: '0123456789abcdef' };

	memory.remember([revision], [receivedSlot]);
	memory.remember([{ ...revision, bodyHash: 'f'.repeat(16) }], ['2026-11-10T13:30:00Z']);

	await expect
		.poll(() => memory.recall([revision, { ...revision, revision: 4 }]))
		.toEqual([{ bodyHash: revision.bodyHash, receivedSlot }, null]);
	const [key = ''] = await redis.keys(`${prefix}*`);
	const seconds = await redis.ttl(key);
	expect(seconds).toBeGreaterThan(DAY_SECONDS - 60);
	expect(seconds).toBeLessThanOrEqual(DAY_SECONDS);
});
