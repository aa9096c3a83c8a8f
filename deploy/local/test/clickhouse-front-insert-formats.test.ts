import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { rowsOf, useFront } from './clickhouse-front-helper.js';

const { migrator, publisher } = await useFront();
let made = 0;

async function table(): Promise<string> {
	made += 1;
	const name = `private.t${made}`;
	await migrator.command({
		query: `CREATE TABLE ${name} (a UInt32, b String) ENGINE = MergeTree ORDER BY tuple()`,
	});
	return name;
}

const contents = (name: string) => rowsOf(publisher, `SELECT * FROM ${name} ORDER BY ALL`);

test('rows as arrays are inserted', async () => {
	const name = await table();

	await publisher.insert({
		table: name,
		values: [[1, 'x']],
		columns: ['a', 'b'],
		format: 'JSONCompactEachRow',
	});

	expect(await contents(name)).toEqual([{ a: 1, b: 'x' }]);
});

test.each([
	['CSV', '1,x\n2,"y"\n'],
	['CSVWithNames', 'b,a\nx,1\ny,2\n'],
	['TabSeparated', '1\tx\n2\ty\n'],
] as const)('%s is inserted', async (format, text) => {
	const name = await table();

	await publisher.insert({ table: name, values: Readable.from([text], { objectMode: false }), format });

	expect(await contents(name)).toEqual([
		{ a: 1, b: 'x' },
		{ a: 2, b: 'y' },
	]);
});

test('binary rows go in, even when they hold empty lines', async () => {
	const name = await table();
	const row = Buffer.concat([Buffer.from([10, 10, 10, 10, 4]), Buffer.from('\n\n;\n')]);

	await publisher.exec({ query: `INSERT INTO ${name} FORMAT RowBinary`, values: Readable.from([row, row]) });

	expect(await contents(name)).toEqual(Array(2).fill({ a: 0x0a0a0a0a, b: '\n\n;\n' }));
});

test('what was written out as Native goes in again', async () => {
	const name = await table();
	const { stream } = await publisher.exec({
		query: "SELECT toUInt32(number) AS a, 'n' AS b FROM numbers(3) FORMAT Native",
	});

	await publisher.exec({ query: `INSERT INTO ${name} FORMAT Native`, values: stream });

	expect(await rowsOf(publisher, `SELECT count() AS n FROM ${name}`)).toEqual([{ n: 3 }]);
});

test.each([
	'INSERT INTO {name: Identifier} FORMAT JSONEachRow',
	'INSERT INTO {name: Identifier} (a, b) SETTINGS async_insert = 0 FORMAT JSONEachRow',
	'insert into table /* here */ {name: Identifier} (* EXCEPT(b), b) format JSONEachRow ',
])('%s takes the data of the body', async (query) => {
	const name = await table();

	await publisher.exec({
		query: query.replace('{name: Identifier}', name),
		values: Readable.from(['{"a":1,"b":"FORMAT CSV; DROP"}']),
	});

	expect(await contents(name)).toEqual([{ a: 1, b: 'FORMAT CSV; DROP' }]);
});
