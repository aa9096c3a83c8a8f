import { cleanUp } from '@vigie/test/cleanup';
import { useRedis } from '@vigie/test/engines';
import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { redisRhythms } from '../src/rhythm-memory.js';
import { sources } from '../src/silence.js';
import { listen } from './silence-clock.js';

const hour = 60 * 60_000;
/** A Monday at ten, in Paris. */
const start = Date.parse('2026-11-02T10:00+01:00');
const redis = new Redis((await useRedis()).address);
cleanUp(async () => redis.disconnect());

const openAt = (key: string, time: number) =>
	listen({ kind: 'source', measure: sources, memory: redisRhythms(redis, key) }, time);

/** A process that heard a source each hour, and ended. */
const hearEachHour = async (key: string, times: number) => {
	const first = openAt(key, start);
	await first.watch.refresh();
	for (let count = 0; count < times; count += 1) first.says('key x', start + count * hour);
	const last = String(start + (times - 1) * hour);
	await vi.waitUntil(async () => (await redis.hget(key, 'key x'))?.includes(last), { timeout: 10_000 });
	first.watch.close();
};

test('a source that goes quiet while intake restarts is noticed all the same', async () => {
	await hearEachHour('restart', 7);
	const second = openAt('restart', start + 7 * hour);

	await second.watch.refresh();

	expect(second.at(start + 8 * hour)).toEqual(['key x']);
});

test('what is heard before the past is read is added to it, and does not replace it', async () => {
	await hearEachHour('early', 7);
	const second = openAt('early', start + 7 * hour);
	second.says('key x', start + 7 * hour);

	await second.watch.refresh();

	expect(second.at(start + 8.5 * hour)).toEqual([]);
	expect(second.at(start + 24 * hour)).toEqual(['key x']);
});

test('a source heard by another process is not quiet here', async () => {
	await hearEachHour('shared', 7);
	const here = openAt('shared', start + 7 * hour);
	await here.watch.refresh();
	const there = openAt('shared', start + 8 * hour);
	await there.watch.refresh();
	there.says('key x', start + 8 * hour);
	await vi.waitUntil(async () => (await redis.hget('shared', 'key x'))?.includes(String(start + 8 * hour)));

	await here.watch.refresh();

	expect(here.at(start + 8.5 * hour)).toEqual([]);
});

test('what cannot be read in Redis is left out, and the rest counts', async () => {
	await hearEachHour('damaged', 7);
	await redis.hset('damaged', 'key y', 'not JSON', 'key z', '{"lastMs":"x"}');
	const second = openAt('damaged', start + 7 * hour);

	await second.watch.refresh();

	expect(second.at(start + 9 * hour)).toEqual(['key x']);
});
