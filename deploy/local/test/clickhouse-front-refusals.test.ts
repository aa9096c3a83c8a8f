import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { expectError, rowsOf, useFront } from './clickhouse-front-helper.js';

const { as, migrator, publisher, front } = await useFront();
await migrator.command({ query: 'CREATE TABLE private.t (a UInt8) ENGINE = MergeTree ORDER BY a' });

test.each([
	['SELECT 1; SELECT 2', '62', /Only one statement a request/],
	['SELEC 1', '62', /Syntax error/],
	['', '62', /.+/],
	['SET max_threads = 1', '48', /SET is not supported/],
	['SET ROLE migrator', '48', /log in as the role you need/],
	['USE private', '48', /USE is not supported/],
	['SYSTEM SHUTDOWN', '48', /SYSTEM statements are not supported/],
	['KILL QUERY WHERE 1', '48', /KILL is not supported/],
	['GRANT SELECT ON *.* TO api', '48', /grants are fixed/],
	["BACKUP DATABASE private TO File('/tmp/b')", '48', /BACKUP is not supported/],
	['DETACH TABLE private.t', '48', /DETACH is not supported/],
	['CREATE TEMPORARY TABLE x (a UInt8)', '48', /not supported by the local front/],
	['CREATE FUNCTION f AS (x) -> x', '48', /not supported by the local front/],
	['RENAME TABLE private.t TO private.u', '48', /not supported by the local front/],
	['ALTER TABLE private.t FREEZE', '48', /not supported by the local front/],
	["SELECT 1 INTO OUTFILE '/tmp/out.csv'", '48', /INTO OUTFILE is not supported/],
	["select 1 into/**/outfile '/tmp/out.csv' format CSV", '48', /INTO OUTFILE is not supported/],
	["INSERT INTO private.t FROM INFILE '/etc/passwd' FORMAT CSV", '48', /INFILE is not supported/],
	[
		"INSERT INTO private.t SELECT a FROM input('a UInt8') FORMAT CSV",
		'48',
		/function input is not supported/,
	],
	["INSERT INTO FUNCTION file('/tmp/out.csv') SELECT 1", '48', /reaches outside the store/],
	["INSERT INTO private.t VALUES (length(file('/etc/passwd')))", '48', /reaches outside the store/],
	["SELECT file('/etc/passwd')", '48', /reaches outside the store/],
	["SELECT * FROM `file` ('/etc/passwd', 'LineAsString')", '48', /reaches outside the store/],
	["SELECT * FROM url('http://127.0.0.1/', 'CSV')", '48', /reaches outside the store/],
	["SELECT * FROM s3('https://a/b.csv')", '48', /reaches outside the store/],
	["SELECT * FROM remote('127.0.0.1', system.one)", '48', /reaches outside the store/],
	['SELECT query FROM system.processes', '48', /system\.processes is closed/],
	['SHOW PROCESSLIST', '48', /what other roles do/],
	[`SELECT '${'x'.repeat(1_000_001)}'`, '223', /million characters/],
])('%s is refused with a sentence', async (query, code, sentence) => {
	await expectError(migrator.command({ query }), code, sentence);
});

test.each([
	["SELECT 'INTO OUTFILE; DROP TABLE x' AS a", { a: 'INTO OUTFILE; DROP TABLE x' }],
	["SELECT 'FROM INFILE' AS `file`", { file: 'FROM INFILE' }],
	['SELECT 1 AS url -- file(', { url: 1 }],
	['SELECT 1 AS format', { format: 1 }],
])('%s is not refused: the words are in a text, a name or a comment', async (query, row) => {
	expect(await rowsOf(publisher, query)).toEqual([row]);
});

test('sessions and roles of the address are refused', async () => {
	const sentence = /HTTP sessions are not supported/;
	await expectError(rowsOf(as('publisher', { session_id: 'mine' }), 'SELECT 1'), '48', sentence);
	await expectError(rowsOf(as('api', { role: 'migrator' }), 'SELECT 1'), '48', /Roles cannot be chosen/);
});

test.each(['dialect', 'implicit_select', 'log_comment'])('the setting %s cannot be changed', async (name) => {
	const work = publisher.command({ query: 'SELECT 1', clickhouse_settings: { [name]: '1' } });

	await expectError(work, '48', /belongs to the local front/);
});

test('an unknown setting gets the engine’s own error', async () => {
	const work = publisher.command({ query: 'SELECT 1', clickhouse_settings: { no_such_setting: '1' } });

	await expectError(work, '115', /Unknown setting 'no_such_setting'/);
});

test('an unknown table, column and format get the engine’s own errors', async () => {
	await expectError(rowsOf(publisher, 'SELECT * FROM private.nothing'), '60', /nothing/);
	await expectError(rowsOf(publisher, 'SELECT b FROM private.t'), '47', /b/);
	await expectError(publisher.command({ query: 'SELECT 1 FORMAT Nonsense' }), '73', /Unknown format/);
	await expectError(rowsOf(publisher, 'SELECT {missing: UInt8}'), '456', /missing/);
});

test('GET changes nothing', async () => {
	const answer = await fetch(`${front.url}/?query=${encodeURIComponent('TRUNCATE TABLE private.t')}`, {
		headers: { 'X-ClickHouse-User': 'migrator', 'X-ClickHouse-Key': 'migrator-password' },
	});

	expect(answer.headers.get('x-clickhouse-exception-code')).toBe('164');
	expect(await answer.text()).toContain('Only POST may change the store');
});

test('data beside a statement that takes none is refused', async () => {
	const work = publisher.exec({ query: 'SELECT 1', values: Readable.from(['2']) });

	await expectError(work, '36', /only the data of an INSERT/);
});
