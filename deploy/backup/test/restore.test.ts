import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '@vigie/local/stack';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test, vi } from 'vitest';
import { letLive, readSession, readTold } from './life.js';
import { openStore, readRegistry } from './snapshot.js';
import { useStack } from './use-stack.js';

/** A loaded machine starts a stack in a minute. */
const SLOW = { timeout: 600_000 };
const WAIT = { timeout: 60_000, interval: 200 };

const place = await useStack();

const storeOf = async (stack: Stack) => {
	const store = await openStore(stack);
	cleanUp(() => store.close());
	return store;
};

test(
	'a data folder that is destroyed comes back: releases, cells, counts, registry, accounts, sessions, reports, signals, and what the loader had not stored yet',
	SLOW,
	async () => {
		const before = await place.start();
		await before.loadHistory(() => undefined);
		const key = await place.makeKey(before);
		const stored = await place.send(before.url, key, 40);
		const store = await storeOf(before);
		await vi.waitUntil(async () => (await store.holds(stored)) === 40, WAIT);
		await letLive(before);
		await vi.waitUntil(async () => (await store.readProjections()).reports.length > 0, WAIT);
		const was = await store.read();
		const projected = await store.readProjections();
		const registry = await readRegistry(before);
		const said = await readTold(before);
		// From now on events are answered 202 and are in the log only.
		await before.kill('loader');
		const waiting = await place.send(before.url, key, 30);

		await place.backup(join(place.backups, '1'), place.keyCopy);
		await place.stop();
		await rm(place.data, { recursive: true });
		const restored = await place.restore(join(place.backups, '1'), place.keyCopy);
		const after = await place.start();

		expect(restored.sameLog).toBe(false);
		const again = await storeOf(after);
		await vi.waitUntil(async () => (await again.holds(waiting)) === 30, WAIT);
		const is = await again.read();
		expect(was.manifests.length).toBeGreaterThan(0);
		expect({ ...is, events: is.events.slice(0, -1) }).toEqual({ ...was, events: was.events.slice(0, -1) });
		expect(is.events.at(-1)?.n).toBe((was.events.at(-1)?.n ?? 0) + 30);
		expect(await readRegistry(after)).toEqual(registry);
		expect(registry).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'recipient' })]));
		expect(await readSession(after)).toMatchObject({ signedIn: { csrf: 'x' } });
		expect(await readTold(after)).toEqual(expect.arrayContaining(said));
		expect(said.filter((line) => line.startsWith('signals.published')).length).toBeGreaterThan(0);
		await vi.waitUntil(async () => {
			const now = await again.readProjections();
			return now.reports.length >= projected.reports.length && now.audit.length >= projected.audit.length;
		}, WAIT);
		const made = await again.readProjections();
		expect(made.reports).toEqual(expect.arrayContaining(projected.reports));
		expect(made.audit).toEqual(expect.arrayContaining(projected.audit));
		expect(projected.audit.length).toBeGreaterThan(0);
		expect(await place.send(after.url, key, 5), 'keys that were given out still work').toHaveLength(5);
	},
);

test(
	'a store that is destroyed alone is restored, and what came after the backup is read again from the log',
	SLOW,
	async () => {
		// The stack of the test before still runs.
		const key = await place.makeKey(place.running());
		const before = await place.send(place.running().url, key, 20);
		const [during] = await Promise.all([
			place.send(place.running().url, key, 15),
			place.backup(join(place.backups, '2'), null),
		]);
		const since = await place.send(place.running().url, key, 25);
		const store = await storeOf(place.running());
		await vi.waitUntil(async () => (await store.holds([...before, ...during, ...since])) === 60, WAIT);
		const was = await store.read();

		await place.stop();
		await rm(join(place.data, 'clickhouse'), { recursive: true });
		const restored = await place.restore(join(place.backups, '2'), null);
		const again = await storeOf(await place.start());

		expect(restored.sameLog).toBe(true);
		await vi.waitUntil(async () => (await again.holds([...before, ...during, ...since])) === 60, WAIT);
		const is = await again.read();
		expect(is).toEqual(was);
	},
);
