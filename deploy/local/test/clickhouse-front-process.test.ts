import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startFront } from '../src/clickhouse-front/start-front.js';
import { clientOf, credentials, rowsOf, startTestFront, temporaryFolder } from './clickhouse-front-helper.js';

const Row = z.object({ id: z.string() });

async function insertUntilItDies(client: ClickHouseClient, acknowledged: string[]): Promise<void> {
	try {
		for (;;) {
			const batch = Array.from({ length: 100 }, () => randomUUID());
			await client.insert({ table: 'private.t', values: batch.map((id) => ({ id })), format: 'JSONEachRow' });
			acknowledged.push(...batch);
		}
	} catch {
		// The front was killed: what was not acknowledged may or may not be there.
	}
}

test('every acknowledged insert is there after kill -9, twice over', { timeout: 90_000 }, async () => {
	const dataDir = temporaryFolder();
	const acknowledged: string[] = [];
	const first = await startTestFront(dataDir);
	const migrator = clientOf(first, 'migrator');
	await migrator.command({ query: 'CREATE DATABASE private' });
	await migrator.command({ query: 'CREATE TABLE private.t (id UUID) ENGINE = MergeTree ORDER BY id' });
	await first.kill();

	for (let time = 0; time < 2; time += 1) {
		const front = await startTestFront(dataDir);
		const writers = [0, 1, 2].map(() => insertUntilItDies(clientOf(front, 'publisher'), acknowledged));
		await wait(700);
		await front.kill();
		await Promise.all(writers);
	}

	const last = await startTestFront(dataDir);
	const rows = await rowsOf(clientOf(last, 'publisher'), 'SELECT toString(id) AS id FROM private.t');
	const present = rows.map((row) => Row.parse(row).id);
	expect(acknowledged.length).toBeGreaterThan(1_000);
	const different = new Set(present);
	expect(different.size).toBe(present.length);
	expect(acknowledged.filter((id) => !different.has(id))).toEqual([]);
	expect(await last.stop()).toBe(0);
	expect(readdirSync(join(dataDir, 'spool'))).toEqual([]);
});

test('a second process on the same folder fails with a sentence, and the first goes on', async () => {
	const dataDir = temporaryFolder();
	const first = await startTestFront(dataDir);

	await expect(startFront({ dataDir, credentials })).rejects.toThrow(
		/\(code 1\).*Another process \(\d+\) already uses the data folder/,
	);

	expect(await clientOf(first, 'api').ping({ select: true })).toMatchObject({ success: true });
});

test('told to end, it lets a query finish, kills a long one, and exits 0 within 3 s', async () => {
	const front = await startTestFront(temporaryFolder());
	const client = clientOf(front, 'publisher');
	const short = rowsOf(client, 'SELECT sleep(0.5) AS slept');
	const long = rowsOf(
		client,
		'SELECT count() FROM numbers(1000000000000) WHERE cityHash64(number) = 1',
	).catch(() => 'cut');
	await wait(100);

	const started = performance.now();
	const code = await front.stop();

	expect(code).toBe(0);
	expect(performance.now() - started).toBeLessThan(3_000);
	expect(await short).toEqual([{ slept: 0 }]);
	expect(await long).toBe('cut');
});

test('a taken port is said', async () => {
	const front = await startTestFront(temporaryFolder());

	await expect(startFront({ dataDir: temporaryFolder(), credentials, port: front.port })).rejects.toThrow(
		/EADDRINUSE/,
	);
});
