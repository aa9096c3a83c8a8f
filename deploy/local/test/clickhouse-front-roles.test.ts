import { serviceRoles } from '@vigie/clickhouse/roles';
import { expect, test } from 'vitest';
import { expectError, rowsOf, useFront } from './clickhouse-front-helper.js';

const { as, migrator, publisher, loader } = await useFront();
for (const table of ['private.events', 'private.ledger', 'published.cells', 'state.jobs']) {
	await migrator.command({
		query: `CREATE TABLE ${table} (a UInt8, token UInt64) ENGINE = MergeTree ORDER BY a`,
	});
}

const refused = (work: Promise<unknown>) => expectError(work, '497', /Not enough privileges/);
const values = [{ a: 1, token: 2 }];

test.each(['api', 'reporter'] as const)(
	'%s reads published and state, and the engine refuses private',
	async (role) => {
		const client = as(role);

		expect(await rowsOf(client, 'SELECT * FROM published.cells')).toEqual([]);
		expect(await rowsOf(client, 'SELECT * FROM state.jobs')).toEqual([]);
		await refused(rowsOf(client, 'SELECT * FROM private.events'));
		await refused(rowsOf(client, 'SELECT count() FROM private.ledger'));
		await refused(rowsOf(client, 'SELECT 1 FROM published.cells WHERE a IN (SELECT a FROM private.events)'));
	},
);

test.each(serviceRoles.filter((role) => role !== 'migrator' && role !== 'publisher'))(
	'%s changes no table',
	async (role) => {
		const client = as(role);

		await refused(client.command({ query: 'CREATE TABLE published.mine (a UInt8) ENGINE = Memory' }));
		await refused(client.command({ query: 'DROP TABLE state.jobs' }));
		await refused(client.command({ query: 'ALTER TABLE private.events CLEAR COLUMN token' }));
		await refused(client.command({ query: 'TRUNCATE TABLE state.jobs' }));
		await refused(client.insert({ table: 'published.cells', values, format: 'JSONEachRow' }));
	},
);

test('loader inserts events that it cannot read back', async () => {
	await loader.insert({ table: 'private.events', values, format: 'JSONEachRow' });
	await loader.insert({ table: 'private.ledger', values, format: 'JSONEachRow' });

	await refused(rowsOf(loader, 'SELECT a FROM private.events'));
	expect(await rowsOf(loader, 'SELECT a FROM private.ledger')).toEqual([{ a: 1 }]);
});

test('publisher drops partitions and publishes, and makes, changes or drops no table', async () => {
	await publisher.command({ query: 'ALTER TABLE private.events DROP PARTITION tuple()' });
	await publisher.insert({ table: 'published.cells', values, format: 'JSONEachRow' });

	await refused(publisher.command({ query: 'CREATE TABLE private.mine (a UInt8) ENGINE = Memory' }));
	await refused(publisher.command({ query: 'DROP TABLE private.events' }));
	await refused(publisher.command({ query: 'ALTER TABLE private.events ADD COLUMN z UInt8' }));
	await refused(publisher.command({ query: 'ALTER TABLE private.events CLEAR COLUMN token' }));
	await refused(publisher.command({ query: 'ALTER TABLE published.cells DELETE WHERE 1' }));
	await refused(publisher.command({ query: 'TRUNCATE TABLE published.cells' }));
	await refused(publisher.insert({ table: 'state.jobs', values, format: 'JSONEachRow' }));
});

test('detector reads private and nothing else', async () => {
	const detector = as('detector');

	expect(await rowsOf(detector, 'SELECT count() >= 0 AS ok FROM private.events')).toEqual([{ ok: 1 }]);
	await refused(rowsOf(detector, 'SELECT * FROM published.cells'));
	await refused(detector.insert({ table: 'private.events', values, format: 'JSONEachRow' }));
});

test('no role makes databases of another name, users or functions', async () => {
	for (const role of serviceRoles) {
		await refused(as(role).command({ query: 'CREATE DATABASE other' }));
		await expect(as(role).command({ query: 'CREATE USER mallory' })).rejects.toThrow();
		await expect(as(role).command({ query: 'CREATE FUNCTION f AS (x) -> x' })).rejects.toThrow();
	}
});

test('a session holds one role: the roles of other callers never show', async () => {
	for (const role of serviceRoles) {
		expect(await rowsOf(as(role), 'SELECT enabledRoles() AS roles')).toEqual([{ roles: [role] }]);
	}
});
