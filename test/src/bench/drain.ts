import type { ClickHouseClient } from '@clickhouse/client';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { registryRecordsOf } from '@vigie/demonstration/registry-records';
import { z } from 'zod';
import { clickhouseOf, type OwnStack } from '../own-stack.js';
import { createBenchWorld, fillTopic, makeWeek, timeStraight } from './loader.js';
import { type Figure, median, round } from './measure.js';

const EVENTS = 1_000_000;
const WEEKS = 40;
const STRAIGHTS = 3;
const POLL_MS = 100;
const GIVE_UP_MS = 600_000;

/** countRows counts rows by what the engine knows of its parts: cheap, and exact while no event was sent twice. */
const countRows = async (client: ClickHouseClient): Promise<number> => {
	const result = await client.query({
		query: 'SELECT count() AS n FROM private.events',
		format: 'JSONEachRow',
	});
	return Number(z.array(z.object({ n: z.string() })).parse(await result.json())[0]?.n);
};

/** benchDrain kills the loader, lets a million events wait, starts it again, and compares how fast they are stored with a straight insert. */
export const benchDrain = async (stack: OwnStack): Promise<Figure> => {
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	const world = createBenchWorld('drain', WEEKS);
	await admin.post('/admin/registry/import', registryRecordsOf(world), z.unknown());
	const client = await clickhouseOf(stack, 'migrator');
	const before = await countRows(client);
	await stack.kill('loader');
	let waiting = 0;
	const filled: string[] = [];
	// From the oldest, a week at a time: a million events at once would not fit in memory.
	for (let index = 0; waiting < EVENTS && index < WEEKS; index += 1) {
		const [week, deliveries] = [world.weeks[index] ?? '', makeWeek(world, index)];
		await fillTopic(stack, new Map([[week, deliveries]]));
		waiting += deliveries.length;
		filled.push(week);
	}
	const startedMs = performance.now();
	await stack.restart('loader');
	let first: { rows: number; atMs: number } | null = null;
	let rate = 0;
	for (let rows = 0; rows < waiting; ) {
		rows = (await countRows(client)) - before;
		const atMs = performance.now();
		if (atMs - startedMs > GIVE_UP_MS) throw new Error(`${waiting - rows} events were never stored`);
		if (rows > 0) first ??= { rows, atMs };
		if (first && rows >= waiting) rate = ((rows - first.rows) * 1000) / (atMs - first.atMs);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	const straights: number[] = [];
	for (let turn = 0; turn < STRAIGHTS; turn += 1)
		straights.push(await timeStraight(client, filled.slice(2 * turn, 2 * turn + 2)));
	await client.close();
	return {
		name: 'drain / straight insert',
		value: round(rate / median(straights)),
		must: 0.4,
		aim: 0.7,
		atLeast: true,
		detail: `${waiting} events waited: ${Math.round(rate)} against ${Math.round(median(straights))} rows/s`,
	};
};
