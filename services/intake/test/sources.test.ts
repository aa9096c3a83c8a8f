import { createLogger } from '@vigie/kit/logger';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { cleanUp } from '@vigie/test/cleanup';
import { uniquePrefix, useRedis } from '@vigie/test/engines';
import { Redis } from 'ioredis';
import { Registry } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { openSources } from '../src/sources.js';
import { alert } from './events.js';
import { newApiKey } from './keys.js';
import { useIntake } from './use-intake.js';

const HOUR_MS = 60 * 60_000;
/** A Monday at eight, in Paris. */
const start = Date.parse('2026-11-02T08:00+01:00');
const redis = new Redis((await useRedis()).address);
cleanUp(async () => redis.disconnect());

/** useSources gives sources with a clock that the test moves, and a registry that holds these keys. */
const useSources = (...records: RegistryRecord[]) => {
	let now = start;
	const known = [...records];
	const metrics = new Registry();
	// Only what is asked for: a record by its type and id.
	const registry = {
		find: (type: string, id: string) =>
			known.find((record) => record.type === type && record.id === id) ?? null,
	} as Parameters<typeof openSources>[2];
	const sources = openSources(redis, uniquePrefix(), registry, {
		clock: { now: () => new Date(now) },
		metrics,
		logger: createLogger('sources-test', 'silent'),
	});
	cleanUp(async () => sources.close());
	return {
		sources,
		metrics,
		forget: () => known.splice(0),
		at: (hours: number): readonly string[] => {
			now = start + hours * HOUR_MS;
			sources.check();
			return sources.silent();
		},
	};
};

const device = (id: string) => ({ channel: 'FORMULAIRE', id }) as const;
const machine = (id: string) => ({ channel: 'API_PARTENAIRE', id }) as const;

test('a machine client that sends each hour and stops is noticed two hours later', () => {
	const { record } = newApiKey();
	const { sources, at } = useSources(record);
	for (let hour = 0; hour <= 6; hour += 1) {
		at(hour);
		sources.sent(machine(record.id));
	}

	expect(at(7.9)).toEqual([]);
	expect(at(8)).toEqual([`key ${record.id}`]);
});

test('people are one party: nobody is watched, and no device is named anywhere', async () => {
	const { sources, at, metrics } = useSources();
	for (let hour = 0; hour <= 6; hour += 1) {
		at(hour);
		sources.sent(device(`device-${hour}`));
	}

	expect(at(8)).toEqual(['devices']);
	expect(await metrics.metrics()).not.toContain('device-');
	expect(JSON.stringify(await redis.keys('*'))).not.toContain('device-');
});

test('nothing is expected of a key that is gone', () => {
	const { record } = newApiKey();
	const { sources, at, forget } = useSources(record);
	for (let hour = 0; hour <= 6; hour += 1) {
		at(hour);
		sources.sent(machine(record.id));
	}
	expect(at(9)).toHaveLength(1);

	forget();

	expect(at(9)).toEqual([]);
});

test('intake notes who sends what it admits, and not who sends what it refuses', async () => {
	const own = new Redis((await useRedis()).address);
	cleanUp(async () => own.disconnect());
	const intake = await useIntake({ redisUrl: `redis://127.0.0.1:${own.options.port}` });
	const key = `key ${/vk_([a-z0-9-]+)_/.exec(intake.apiKey)?.[1]}`;
	const heard = async (): Promise<string[]> => {
		const names = await own.keys('*intake:sources');
		return (await Promise.all(names.map((name) => own.hkeys(name)))).flat();
	};

	await intake.post({ nothing: 'good' }, intake.apiKey);
	expect((await intake.post(alert(), intake.device)).status).toBe(202);
	await vi.waitUntil(async () => (await heard()).includes('devices'), { timeout: 20_000 });

	expect(await heard()).toEqual(['devices']);
	expect((await intake.post(alert(), intake.apiKey)).status).toBe(202);
	await vi.waitUntil(async () => (await heard()).includes(key), { timeout: 20_000 });
});
