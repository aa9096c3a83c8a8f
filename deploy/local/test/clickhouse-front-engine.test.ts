import { expect, test } from 'vitest';
import { rowsOf, useFront } from './clickhouse-front-helper.js';

const { migrator, publisher, loader } = await useFront();

test('the first received wins in a ReplacingMergeTree with a version', async () => {
	await migrator.command({
		query: `CREATE TABLE private.events (id UInt8, slot UInt32, firstWins UInt64) ENGINE = ReplacingMergeTree(firstWins) ORDER BY id`,
	});
	const rows = [{ id: 1, slot: 5, firstWins: 10 }];

	await loader.insert({
		table: 'private.events',
		values: [{ id: 1, slot: 9, firstWins: 6 }],
		format: 'JSONEachRow',
	});
	await loader.insert({ table: 'private.events', values: rows, format: 'JSONEachRow' });

	expect(await rowsOf(publisher, 'SELECT * FROM private.events FINAL')).toEqual(rows);
});

test('an insert token drops its own repetition and no other insert', async () => {
	await migrator.command({
		query: `CREATE TABLE private.tokens (a UInt8) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 100`,
	});
	const insert = (a: number, token?: string) =>
		publisher.insert({
			table: 'private.tokens',
			values: [{ a }],
			format: 'JSONEachRow',
			clickhouse_settings: {
				async_insert: 0,
				...(token === undefined ? {} : { insert_deduplication_token: token }),
			},
		});

	await insert(1, 'events.v1:0:1-9');
	await insert(2, 'events.v1:0:1-9');
	await insert(3);
	await insert(4, 'events.v1:0:10-19');

	expect(await rowsOf(publisher, 'SELECT a FROM private.tokens ORDER BY a')).toEqual([
		{ a: 1 },
		{ a: 3 },
		{ a: 4 },
	]);
});

test('one partition is replaced by that of another table, and the others stay', async () => {
	for (const table of ['weeks', 'copy']) {
		await migrator.command({
			query: `CREATE TABLE private.${table} (week UInt32, token UInt64) ENGINE = MergeTree PARTITION BY week ORDER BY tuple()`,
		});
	}
	const values = [202646, 202647].map((week) => ({ week, token: 7 }));
	await publisher.insert({ table: 'private.weeks', values, format: 'JSONEachRow' });
	await publisher.insert({
		table: 'private.copy',
		values: [{ week: 202646, token: 0 }],
		format: 'JSONEachRow',
	});

	await publisher.command({
		query: 'ALTER TABLE private.weeks REPLACE PARTITION {week: UInt32} FROM private.copy',
		query_params: { week: 202646 },
	});

	expect(await rowsOf(publisher, 'SELECT week, token FROM private.weeks ORDER BY week')).toEqual([
		{ week: 202646, token: 0 },
		{ week: 202647, token: 7 },
	]);
});

test('grouping sets and wrapping sums are what the engine says', async () => {
	const rows = await rowsOf(
		publisher,
		`SELECT a, b, toString(sumWithOverflow(key)) AS kappa, grouping(a) AS byA
		FROM values('a UInt8, b UInt8, key UInt64', (1, 1, 18446744073709551615), (1, 2, 2))
		GROUP BY GROUPING SETS ((a), (b), ())
		ORDER BY ALL`,
	);

	expect(rows).toContainEqual({ a: 1, b: 0, kappa: '1', byA: 0 });
	expect(rows).toHaveLength(4);
});

test('views, Nullable, LowCardinality and arrays pass through', async () => {
	await migrator.command({
		query: `CREATE TABLE published.cells (release String, coordinates Array(LowCardinality(String)), y Nullable(UInt32),
			flag Enum8('shown' = 1, 'protected' = 2)) ENGINE = MergeTree ORDER BY release`,
	});
	await migrator.command({
		query:
			'CREATE VIEW published.shown AS SELECT release, coordinates, y FROM published.cells WHERE flag = 1',
	});
	const values = [
		{ release: '2026-W46', coordinates: ['CAF', 'NON_PRECISE'], y: 17, flag: 'shown' },
		{ release: '2026-W46', coordinates: ['CNAV', 'é'], y: null, flag: 'protected' },
	];
	await publisher.insert({ table: 'published.cells', values, format: 'JSONEachRow' });

	const shown = await rowsOf(
		publisher,
		'SELECT * FROM published.shown WHERE has(coordinates, {code: String})',
		{
			code: 'CAF',
		},
	);

	expect(shown).toEqual([{ release: '2026-W46', coordinates: ['CAF', 'NON_PRECISE'], y: 17 }]);
});

test('a table name can be a parameter', async () => {
	const rows = await rowsOf(
		publisher,
		'SELECT count() AS n FROM {database: Identifier}.{table: Identifier}',
		{
			database: 'system',
			table: 'one',
		},
	);

	expect(rows).toEqual([{ n: 1 }]);
});

test('the migrator creates, alters, optimises, truncates and drops', async () => {
	const statements = [
		'CREATE TABLE vigie_meta.m (a UInt8) ENGINE = MergeTree ORDER BY a',
		"ALTER TABLE vigie_meta.m ADD COLUMN b String DEFAULT 'x'",
		"INSERT INTO vigie_meta.m VALUES (1, 'y')",
		'OPTIMIZE TABLE vigie_meta.m FINAL SETTINGS alter_sync = 2',
		'INSERT INTO vigie_meta.m SELECT * FROM vigie_meta.m SETTINGS async_insert = 0',
		'ALTER TABLE vigie_meta.m DELETE WHERE a = 2 SETTINGS mutations_sync = 2',
		'DELETE FROM vigie_meta.m WHERE a = 1',
		'TRUNCATE TABLE vigie_meta.m',
		'DROP TABLE vigie_meta.m;',
	];

	for (const query of statements) await migrator.command({ query });

	expect(await rowsOf(migrator, 'EXISTS TABLE vigie_meta.m')).toEqual([{ result: 0 }]);
});
