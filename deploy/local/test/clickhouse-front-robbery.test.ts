import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { rowsOf, useFront } from './clickhouse-front-helper.js';

const { migrator } = await useFront();
await migrator.command({ query: 'CREATE TABLE private.victim (a UInt8) ENGINE = MergeTree ORDER BY a' });
await migrator.command({ query: 'CREATE TABLE private.t (a UInt8, b String) ENGINE = MergeTree ORDER BY a' });

const victimStands = async () =>
	expect(await rowsOf(migrator, 'EXISTS TABLE private.victim')).toEqual([{ result: 1 }]);

// The engine ends the data of an insert at an empty line, and runs what follows: data must never reach its parser.
const endings = [
	'; DROP TABLE private.victim',
	'\n\nDROP TABLE private.victim',
	'\n\n;\nDROP TABLE private.victim;\n',
];

test.each([
	['JSONEachRow', '{"a":1,"b":"x"}'],
	['JSONCompactEachRow', '[1,"x"]'],
	['CSV', '1,x'],
	['TabSeparated', '1\tx'],
	['Values', "(1,'x')"],
	['RowBinary', '\x01\x01x'],
])('a statement hidden in %s data never runs', async (format, data) => {
	for (const ending of endings) {
		const query = `INSERT INTO private.t FORMAT ${format}`;
		await migrator
			.exec({ query, values: Readable.from([Buffer.from(data + ending)]) })
			.catch(() => undefined);
		await migrator.command({ query: `${query} ${data}${ending}` }).catch(() => undefined);
		await victimStands();
	}
});

test.each([
	"INSERT INTO private.t VALUES (1,'x'); DROP TABLE private.victim",
	"INSERT INTO private.t VALUES (1,'x')\n\nDROP TABLE private.victim",
	"INSERT INTO private.t SELECT 1, 'x'; DROP TABLE private.victim",
	"INSERT INTO private.t SELECT 1, 'x' FORMAT CSV\n\nDROP TABLE private.victim",
	'SELECT 1; DROP TABLE private.victim',
	'SELECT 1 FORMAT JSON; DROP TABLE private.victim',
	'SELECT 1 /* */ ; /* */ DROP TABLE private.victim',
	'SELECT 1 PARALLEL WITH DROP TABLE private.victim',
	"SELECT '\\'; DROP TABLE private.victim; --'; DROP TABLE private.victim",
])('%j runs no second statement', async (query) => {
	await migrator.command({ query }).catch(() => undefined);

	await victimStands();
});

test('a parameter is a value, whatever it holds', async () => {
	const value = "'; DROP TABLE private.victim; --";

	expect(await rowsOf(migrator, 'SELECT {value: String} AS value', { value })).toEqual([{ value }]);
	await victimStands();
});

test('a setting is a value, whatever it holds', async () => {
	const token = "x'; DROP TABLE private.victim; --";

	const result = await migrator.query({
		query: "SELECT getSetting('insert_deduplication_token') AS token",
		format: 'JSONEachRow',
		clickhouse_settings: { insert_deduplication_token: token },
	});

	expect(await result.json()).toEqual([{ token }]);
	await victimStands();
});
