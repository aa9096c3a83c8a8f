import type { Redis } from 'ioredis';
import { Rhythm } from './rhythm.js';
import type { RhythmMemory } from './silence.js';

const readRhythm = (text: string): Rhythm | null => {
	try {
		return Rhythm.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
};

/** redisRhythms keeps rhythms in one hash of Redis; without Redis they are learnt again after a restart. */
export const redisRhythms = (redis: Redis, key: string): RhythmMemory => ({
	load: async () => {
		const entries = Object.entries(await redis.hgetall(key));
		return new Map(
			entries.flatMap(([name, text]) => {
				const rhythm = readRhythm(text);
				return rhythm ? [[name, rhythm] as const] : [];
			}),
		);
	},
	save: async (name, rhythm) => void (await redis.hset(key, name, JSON.stringify(rhythm))),
	forget: async (name) => void (await redis.hdel(key, name)),
});
