import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { expectError, rowsOf, useFront } from './clickhouse-front-helper.js';

const { publisher, front } = await useFront();

function residentBytes(): number {
	const pages = readFileSync(`/proc/${front.pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+) kB/.exec(pages)?.[1] ?? 0) * 1024;
}

async function waitUntilIdle(): Promise<void> {
	// The front runs eight queries at a time: eight quick ones at once answer only when no session is still held.
	const quick = Array.from({ length: 8 }, () => rowsOf(publisher, 'SELECT 1'));
	await Promise.race([
		Promise.all(quick),
		wait(10_000).then(() => Promise.reject(new Error('sessions are still held'))),
	]);
}

async function readAll(
	rows: number,
	format: 'JSONEachRow' | 'CSV',
	wait_end_of_query: 0 | 1,
): Promise<number> {
	let most = 0;
	let read = 0;
	const result = await publisher.query({
		query: 'SELECT number, toString(number) AS text, cityHash64(number) AS hash FROM numbers({rows: UInt32})',
		query_params: { rows },
		format,
		clickhouse_settings: { wait_end_of_query },
	});
	for await (const batch of result.stream()) {
		read += batch.length;
		most = Math.max(most, residentBytes());
	}
	expect(read).toBe(rows);
	return most;
}

test.each([
	['JSONEachRow', 0],
	['CSV', 0],
	['JSONEachRow', 1],
] as const)(
	'%s with wait_end_of_query %i: ten times more rows take no more memory',
	{ timeout: 120_000 },
	async (format, wait_end_of_query) => {
		// Memory that was freed is given back late: the first read takes what one reader takes, whatever it reads.
		const few = await readAll(600_000, format, wait_end_of_query);

		// About 420 MB of text.
		const many = await readAll(6_000_000, format, wait_end_of_query);

		expect(many - few).toBeLessThan(200_000_000);
	},
);

test('the first rows come before the query has ended', async () => {
	const result = await publisher.query({
		query: 'SELECT number, sleepEachRow(0.05) FROM numbers(1000) SETTINGS max_block_size = 2',
		format: 'JSONEachRow',
	});

	for await (const batch of result.stream()) {
		expect(batch.length).toBeGreaterThan(0);
		break;
	}

	await waitUntilIdle();
});

test('readers who leave at any moment hold up nobody', { timeout: 60_000 }, async () => {
	// Before the status, between two blocks, with the stream half open: each end of a stream has been a hang once.
	const leave = async (afterMs: number) => {
		const controller = new AbortController();
		const leaving = wait(afterMs).then(() => controller.abort());
		const query = 'SELECT number, toString(number) AS text FROM numbers(50000000)';
		const read = async () => {
			const result = await publisher.query({ query, format: 'JSONEachRow', abort_signal: controller.signal });
			for await (const batch of result.stream()) expect(batch.length).toBeGreaterThan(0);
		};
		// Who left reads no more: a stream opened just after the abort tells its reader nothing, and is not ours.
		read().catch(() => undefined);
		await leaving;
	};

	for (let round = 0; round < 6; round += 1) {
		await Promise.all(Array.from({ length: 10 }, (_, reader) => leave(reader * 6)));
		await waitUntilIdle();
	}
});

test('an error after the first rows reaches the reader as the engine’s own', async () => {
	const query = 'SELECT throwIf(number = 3000000) AS a FROM numbers(4000000)';
	const read = async () => {
		const result = await publisher.query({ query, format: 'JSONEachRow' });
		for await (const batch of result.stream()) expect(batch.length).toBeGreaterThan(0);
	};

	await expectError(read(), '395', /throwIf/);
});

test('with wait_end_of_query, the same error comes instead of rows', async () => {
	const work = publisher.query({
		query: 'SELECT throwIf(number = 3000000) AS a FROM numbers(4000000)',
		format: 'JSONEachRow',
		clickhouse_settings: { wait_end_of_query: 1 },
	});

	await expectError(work, '395', /throwIf/);
});

test.each([0, 1] as const)(
	'an abandoned query is killed (wait_end_of_query %i)',
	async (wait_end_of_query) => {
		const controllers = Array.from({ length: 8 }, () => new AbortController());
		const queries = controllers.map(({ signal }) =>
			publisher.query({
				query: 'SELECT count() FROM numbers(1000000000000) WHERE cityHash64(number) = 1',
				format: 'JSONEachRow',
				abort_signal: signal,
				clickhouse_settings: { wait_end_of_query },
			}),
		);
		const settled = Promise.allSettled(queries);
		await wait(100);

		for (const controller of controllers) controller.abort();

		const outcomes = await settled;
		expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
		await waitUntilIdle();
	},
);

test('a heavy subquery does not hold up other callers', async () => {
	const heavy = rowsOf(
		publisher,
		'SELECT 1 AS a WHERE 0 = (SELECT count() FROM numbers(400000000) WHERE cityHash64(number) = 1)',
	);

	const first = await Promise.race([publisher.ping(), heavy]);

	expect(first).toMatchObject({ success: true });
	expect(await heavy).toEqual([{ a: 1 }]);
});
