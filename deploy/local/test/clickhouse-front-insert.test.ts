import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { rowsOf, type TestFront, useFront } from './clickhouse-front-helper.js';

const { as, loader, migrator, publisher }: TestFront = await useFront();
let made = 0;

async function table(columns = 'a UInt32, b String'): Promise<string> {
	made += 1;
	const name = `private.t${made}`;
	await migrator.command({ query: `CREATE TABLE ${name} (${columns}) ENGINE = MergeTree ORDER BY tuple()` });
	return name;
}

const contents = (name: string) => rowsOf(publisher, `SELECT * FROM ${name} ORDER BY ALL`);

test('objects are inserted, and the summary counts them', async () => {
	const name = await table();

	const { summary } = await publisher.insert({
		table: name,
		values: [{ a: 1, b: 'é"\n' }],
		format: 'JSONEachRow',
	});

	expect(summary).toMatchObject({ written_rows: '1' });
	expect(await contents(name)).toEqual([{ a: 1, b: 'é"\n' }]);
});

test('a stream of objects is inserted, compressed or not', async () => {
	const name = await table();
	const values = () => Readable.from(Array.from({ length: 5_000 }, (_, a) => ({ a, b: 'x' })));

	await publisher.insert({ table: name, values: values(), format: 'JSONEachRow' });
	await as('publisher', { compression: { request: true } }).insert({
		table: name,
		values: values(),
		format: 'JSONEachRow',
	});

	expect(await rowsOf(publisher, `SELECT count() AS n, sum(a) AS s FROM ${name}`)).toEqual([
		{ n: 10_000, s: 24_995_000 },
	]);
});

test('VALUES take expressions and parameters', async () => {
	const name = await table();

	const { summary } = await publisher.command({
		query: `INSERT INTO ${name} (a, b) VALUES ({a: UInt32}, upper('x')), (2, ';')`,
		query_params: { a: 7 },
	});

	expect(summary).toMatchObject({ written_rows: '2' });
	expect(await contents(name)).toEqual([
		{ a: 2, b: ';' },
		{ a: 7, b: 'X' },
	]);
});

test('data written in the statement itself is inserted, empty lines included', async () => {
	const name = await table();

	await publisher.command({
		query: `INSERT INTO ${name} FORMAT JSONEachRow {"a":1,"b":"x"}\n\n{"a":2,"b":"y"}`,
	});

	expect(await rowsOf(publisher, `SELECT count() AS n FROM ${name}`)).toEqual([{ n: 2 }]);
});

test('INSERT ... SELECT counts what it wrote', async () => {
	const name = await table();

	const { summary } = await publisher.command({
		query: `INSERT INTO ${name} (a) SELECT number FROM numbers(10) -- the first ten`,
	});

	expect(summary).toMatchObject({ written_rows: '10' });
});

test('an insert of nothing writes nothing', async () => {
	const name = await table();

	await publisher.insert({ table: name, values: Readable.from([]), format: 'JSONEachRow' });

	expect(await contents(name)).toEqual([]);
});

test('one bad row refuses the whole insert, with the row and without a path of this machine', async () => {
	const name = await table();
	const values = [
		{ a: 1, b: 'x' },
		{ a: 'not a number', b: 'y' },
	];

	const error = await publisher
		.insert({ table: name, values, format: 'JSONEachRow' })
		.catch((reason: unknown) => reason);

	expect(error).toMatchObject({ message: expect.stringContaining('at row 2') });
	expect(String(error)).not.toMatch(/spool|tmp/);
	expect(await contents(name)).toEqual([]);
});

test('a stream that its sender breaks off inserts nothing', async () => {
	const name = await table();
	async function* broken() {
		yield { a: 1, b: 'x' };
		throw new Error('the source broke');
	}

	await expect(
		publisher.insert({ table: name, values: Readable.from(broken()), format: 'JSONEachRow' }),
	).rejects.toThrow();

	expect(await contents(name)).toEqual([]);
	expect(await loader.ping()).toMatchObject({ success: true });
});
