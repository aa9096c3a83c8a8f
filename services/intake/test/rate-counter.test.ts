import { createLogger } from '@vigie/kit/logger';
import { createRedis } from '@vigie/kit/redis';
import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix, useRedis } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { createRateCounter } from '../src/rate-counter.js';

const logger = createLogger('rate-test', 'silent');
const redisAt = await useRedis();
const clock = { now: () => new Date('2026-11-10T13:20:30Z') };

const useCounter = (prefix: string, time = clock) => {
	const redis = createRedis({ REDIS_URL: redisAt.address }, logger);
	const counter = createRateCounter(redis, prefix, time, logger);
	cleanUp(async () => {
		counter.close();
		redis.disconnect();
	});
	return counter;
};

test('two processes count one sender together', async () => {
	const prefix = uniquePrefix();
	const [here, there] = [useCounter(prefix), useCounter(prefix)];
	for (let sent = 0; sent < 50; sent += 1) {
		here.count('device:1');
		there.count('device:1');
	}

	// Each asks once more until it has heard of the other's fifty.
	await expect.poll(() => here.count('device:1').current, { timeout: 5_000 }).toBeGreaterThan(100);
	await expect.poll(() => there.count('device:1').current, { timeout: 5_000 }).toBeGreaterThan(100);
	expect(here.count('device:2').current).toBe(1);
});

test('a minute begins at nothing, and says how long it lasts', () => {
	let now = new Date('2026-11-10T13:20:30Z');
	const counter = useCounter(uniquePrefix(), { now: () => now });
	counter.count('device:1');

	expect(counter.count('device:1')).toEqual({ current: 2, ttl: 30_000 });
	now = new Date('2026-11-10T13:21:00Z');
	expect(counter.count('device:1')).toEqual({ current: 1, ttl: 60_000 });
});
