import { expect, test } from 'vitest';
import { rowsOf, useFront } from './clickhouse-front-helper.js';

const { as, publisher, front, migrator } = await useFront();
await migrator.command({ query: 'CREATE TABLE private.here (a UInt8) ENGINE = Memory' });

test('ping answers, with and without a SELECT', async () => {
	expect(await publisher.ping()).toMatchObject({ success: true });
	expect(await publisher.ping({ select: true })).toMatchObject({ success: true });
});

test.each([
	['plain', 'String'],
	['quote \' and " and `', 'String'],
	['tab\tline\nback\\slash', 'String'],
	[['a', "b'c", 'd\\e', 'f\ng'], 'Array(LowCardinality(String))'],
	[42, 'UInt16'],
	[null, 'Nullable(UInt8)'],
	[true, 'Bool'],
	[{ key: "it's" }, 'Map(String, String)'],
])('a parameter %j of type %s comes back as it was sent', async (value, type) => {
	expect(await rowsOf(publisher, `SELECT {value: ${type}} AS value`, { value })).toEqual([{ value }]);
});

test('parameters too long for an address travel in a multipart body', async () => {
	const list = Array.from({ length: 5_000 }, (_, index) => `value-${index}`);
	const long = as('publisher', { use_multipart_params_auto: true });

	const rows = await rowsOf(long, 'SELECT length({list: Array(String)}) AS size', { list });

	expect(rows).toEqual([{ size: 5_000 }]);
});

test.each([
	['JSONEachRow', '{"a":0,"b":"x"}\n{"a":1,"b":"x"}\n'],
	['JSONCompactEachRow', '[0, "x"]\n[1, "x"]\n'],
	['CSV', '0,"x"\n1,"x"\n'],
	['CSVWithNames', '"a","b"\n0,"x"\n1,"x"\n'],
	['TabSeparated', '0\tx\n1\tx\n'],
] as const)('%s gives its rows', async (format, expected) => {
	for (const wait_end_of_query of [0, 1] as const) {
		const result = await publisher.query({
			query: "SELECT toUInt8(number) AS a, 'x' AS b FROM numbers(2)",
			format,
			clickhouse_settings: { wait_end_of_query },
		});
		expect(await result.text()).toBe(expected);
		expect(result.response_headers['x-clickhouse-format']).toBe(format);
	}
});

test('JSON and JSONCompact are one document however many blocks there are', async () => {
	for (const format of ['JSON', 'JSONCompact'] as const) {
		const result = await publisher.query({ query: 'SELECT number AS n FROM numbers(300000)', format });
		const document = await result.json<unknown>();
		expect(document).toMatchObject({ rows: 300_000 });
	}
});

test('Parquet comes out whole', async () => {
	const { stream } = await publisher.exec({ query: 'SELECT number FROM numbers(200000) FORMAT Parquet' });
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	const file = Buffer.concat(chunks);

	expect(file.subarray(0, 4).toString()).toBe('PAR1');
	expect(file.subarray(-4).toString()).toBe('PAR1');
	expect(file.indexOf('PAR1', 4)).toBe(file.length - 4);
});

test('a response says its query, its time zone and what it read', async () => {
	const result = await publisher.query({ query: 'SELECT 1', query_id: 'my-query' });
	await result.text();

	expect(result.query_id).toBe('my-query');
	expect(result.response_headers).toMatchObject({
		'x-clickhouse-query-id': 'my-query',
		'x-clickhouse-format': 'JSON',
		'x-clickhouse-timezone': expect.stringMatching(/\w/),
		'x-clickhouse-summary': expect.stringContaining('"read_rows":"1"'),
	});
});

test('results are compressed when the client asks for it', async () => {
	const compressed = as('publisher', { compression: { response: true } });

	const result = await compressed.query({ query: 'SELECT number FROM numbers(3)', format: 'JSONEachRow' });

	expect(result.response_headers['content-encoding']).toBe('gzip');
	expect(await result.json()).toEqual([{ number: 0 }, { number: 1 }, { number: 2 }]);
});

test('the database of a client is where unqualified names are looked for', async () => {
	expect(await rowsOf(as('publisher', { database: 'private' }), 'SELECT count() AS n FROM here')).toEqual([
		{ n: 0 },
	]);
	await expect(rowsOf(as('publisher', { database: 'nowhere' }), 'SELECT 1')).rejects.toThrow(/nowhere/);
});

test('headers, comments, a final semicolon and a statement without FORMAT are understood', async () => {
	const answer = await fetch(
		`${front.url}/?query=${encodeURIComponent('/* a */ SELECT 1, 2 -- FORMAT JSON\n;')}`,
		{
			headers: { 'X-ClickHouse-User': 'publisher', 'X-ClickHouse-Key': 'publisher-password' },
		},
	);

	expect(await answer.text()).toBe('1\t2\n');
});

test.each([
	'SHOW TABLES FROM private',
	'DESCRIBE TABLE private.here',
	'EXPLAIN SELECT 1',
	'EXISTS TABLE private.here',
])('%s gives rows too', async (query) => {
	for (const wait_end_of_query of [0, 1] as const) {
		const result = await publisher.query({
			query,
			format: 'JSONEachRow',
			clickhouse_settings: { wait_end_of_query },
		});
		expect(await result.json()).not.toEqual([]);
	}
});
