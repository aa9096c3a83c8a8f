import { randomUUID } from 'node:crypto';
import { useClickHouse } from '@vigie/test/engines';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createQuerier, pinnedSettings, waitForClickHouse } from '../src/clickhouse.js';

const engine = await useClickHouse();
const client = engine.clientOf('api');
const query = createQuerier(client);
const silent = pino({ level: 'silent' });

const doubled = query({
	sql: `
		SELECT number * {factor: UInt8} AS value
		FROM system.numbers
		LIMIT {rows: UInt8}
	`,
	params: z.strictObject({ factor: z.int().min(0), rows: z.int().max(100) }),
	row: z.strictObject({ value: z.string() }),
});

it('a question takes its parameters and gives its rows, 64-bit integers as texts', async () => {
	expect(await doubled({ factor: 2, rows: 3 })).toEqual([{ value: '0' }, { value: '2' }, { value: '4' }]);
});

it('the largest 64-bit integer loses nothing on its way', async () => {
	const largest = query({
		sql: 'SELECT {value: UInt64} AS value',
		params: z.object({ value: z.string() }),
		row: z.object({ value: z.string() }),
	});

	expect(await largest({ value: '18446744073709551615' })).toEqual([{ value: '18446744073709551615' }]);
});

it('a question about thousands of identifiers is answered, though no address is that long', async () => {
	const count = query({
		sql: 'SELECT length({ids: Array(UUID)}) AS n',
		params: z.object({ ids: z.array(z.uuid()) }),
		row: z.object({ n: z.string() }),
	});

	expect(await count({ ids: Array.from({ length: 2_500 }, () => randomUUID()) })).toEqual([{ n: '2500' }]);
});

it('a value is only ever a value: what looks like SQL comes back as it went', async () => {
	const echo = query({
		sql: 'SELECT {text: String} AS text',
		params: z.object({ text: z.string() }),
		row: z.object({ text: z.string() }),
	});

	for (const text of ["'; DROP TABLE private.events; --", '{text: String}', '\\', "l'été\n\t", '\\N', '%s'])
		expect(await echo({ text })).toEqual([{ text }]);
});

it('parameters that break their contract are refused before anything is asked', async () => {
	await expect(doubled({ factor: -1, rows: 3 })).rejects.toBeInstanceOf(z.ZodError);
	await expect(doubled({ factor: 1, rows: 101 })).rejects.toBeInstanceOf(z.ZodError);
});

it('rows of another shape than promised are an error of ours, not one of the caller', async () => {
	const wrong = query({
		sql: "SELECT 'a' AS name",
		params: z.strictObject({}),
		row: z.strictObject({ name: z.int() }),
	});

	const refusal = await wrong({}).catch((err: unknown) => err);

	expect(refusal).toBeInstanceOf(Error);
	expect(refusal).not.toBeInstanceOf(z.ZodError);
	expect(refusal).toHaveProperty('message', 'ClickHouse answered rows of another shape');
});

it('an error of the engine rejects, with its code', async () => {
	const broken = query({ sql: 'SELECT nothing', params: z.strictObject({}), row: z.unknown() });

	await expect(broken({})).rejects.toMatchObject({ code: '47' });
});

it('a role reads nothing that is not its own: the engine itself refuses', async () => {
	const events = query({
		sql: 'SELECT id FROM private.events',
		params: z.strictObject({}),
		row: z.unknown(),
	});

	await expect(events({})).rejects.toMatchObject({ code: '497' });
});

it('the engine runs with every setting that is pinned', async () => {
	const settings = query({
		sql: 'SELECT name, value FROM system.settings WHERE name IN {names: Array(String)}',
		params: z.object({ names: z.array(z.string()) }),
		row: z.object({ name: z.string(), value: z.string() }),
	});
	// This one is of the HTTP interface, not of the query.
	const { wait_end_of_query: _http, ...pinned } = pinnedSettings;

	const rows = await settings({ names: Object.keys(pinned) });

	expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual(
		Object.fromEntries(Object.entries(pinned).map(([name, value]) => [name, String(value)])),
	);
});

it('waiting for the engine ends when it answers, and when one gives up', async () => {
	await waitForClickHouse(client, silent);

	const gone = await useClickHouse();
	const lost = gone.clientOf('api');
	await gone.kill();
	await waitForClickHouse(lost, silent, AbortSignal.timeout(300));
	await expect(lost.ping({ select: true })).resolves.toMatchObject({ success: false });
});
