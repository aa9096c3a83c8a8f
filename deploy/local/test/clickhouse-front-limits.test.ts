import { Readable } from 'node:stream';
import { createClient } from '@clickhouse/client';
import { expect, test } from 'vitest';
import { expectError, rowsOf, useFront } from './clickhouse-front-helper.js';

const { as, front, migrator, publisher } = await useFront();
await migrator.command({ query: 'CREATE TABLE private.t (a String) ENGINE = MergeTree ORDER BY a' });

test.each([
	['api', 'wrong'],
	['api', ''],
	['nobody', 'api-password'],
	['default', ''],
	['front_control', ''],
])('%s with password "%s" is not let in', async (username, password) => {
	const client = createClient({ url: front.url, username, password, log: { level: 127 } });

	await expectError(rowsOf(client, 'SELECT 1'), '516', /Authentication failed/);

	await client.close();
});

test('a wrong password is a 403 with its code in the header, by either kind of header', async () => {
	const basic = Buffer.from('api:wrong').toString('base64');
	for (const headers of [
		{ 'X-ClickHouse-User': 'api', 'X-ClickHouse-Key': 'wrong' },
		{ Authorization: `Basic ${basic}` },
		{ Authorization: 'Bearer x' },
		{},
	]) {
		const answer = await fetch(`${front.url}/?query=SELECT+1`, {
			headers: new Headers(Object.entries(headers)),
		});
		expect(answer.status).toBe(403);
		expect(answer.headers.get('x-clickhouse-exception-code')).toBe('516');
	}
});

test('credentials in the address are refused', async () => {
	const answer = await fetch(`${front.url}/?user=api&password=api-password&query=SELECT+1`);

	expect(answer.status).toBe(403);
});

const megabyte = JSON.stringify({ a: 'x'.repeat(1_000_000) });
async function* body(megabytes: number) {
	for (let sent = 0; sent < megabytes; sent += 1) yield Buffer.from(`${megabyte}\n`);
}

test.each([false, true])('a body over 64 MB is refused with a sentence (compressed: %s)', async (request) => {
	const client = as('publisher', { compression: { request } });
	const work = client.exec({
		query: 'INSERT INTO private.t FORMAT JSONEachRow',
		values: Readable.from(body(80)),
	});

	await expectError(work, '223', /at most 64 MB/);
	expect(await rowsOf(publisher, 'SELECT count() AS n FROM private.t')).toEqual([{ n: 0 }]);
});

test('a body announced over 64 MB is refused before it is read', async () => {
	const answer = await fetch(`${front.url}/?query=INSERT+INTO+private.t+FORMAT+JSONEachRow`, {
		method: 'POST',
		headers: { 'X-ClickHouse-User': 'publisher', 'X-ClickHouse-Key': 'publisher-password' },
		body: Buffer.alloc(65_000_000, 0x20),
	});

	expect(answer.status).toBe(413);
});

test('a body that is not what its encoding says is refused', async () => {
	const answer = await fetch(`${front.url}/?query=INSERT+INTO+private.t+FORMAT+JSONEachRow`, {
		method: 'POST',
		headers: {
			'X-ClickHouse-User': 'publisher',
			'X-ClickHouse-Key': 'publisher-password',
			'Content-Encoding': 'gzip',
		},
		body: '{"a":"not gzip"}',
	});

	expect(answer.status).toBe(400);
	expect(await answer.text()).toContain('could not be decompressed');
});

test('hundreds of requests at once all answer, in their turn', { timeout: 60_000 }, async () => {
	const client = as('publisher', { max_open_connections: 200 });

	const answers = await Promise.all(
		Array.from({ length: 400 }, (_, n) => rowsOf(client, 'SELECT {n: UInt32} AS n', { n })),
	);

	expect(answers).toEqual(Array.from({ length: 400 }, (_, n) => [{ n }]));
});
