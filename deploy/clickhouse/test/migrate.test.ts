import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useClickHouse } from '@vigie/test/engines';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrationsFolder, readMigrations } from '../src/migrate.js';

const clickhouse = await useClickHouse();
const client = clickhouse.clientOf('migrator');
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'vigie-migrations-'));
	await cp(migrationsFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const nextName = async (name: string): Promise<string> =>
	`${String((await readMigrations()).length + 1).padStart(3, '0')}_${name}.sql`;

test('every file of the repository applies to an empty engine, and none a second time', async () => {
	expect(await migrate(client)).toEqual([]);

	const result = await client.query({
		query: 'SELECT count() AS n FROM vigie_meta.migrations',
		format: 'JSONEachRow',
	});
	expect(await result.json()).toEqual([{ n: String((await readMigrations()).length) }]);
});

test('a dry run says what is missing and applies nothing', async () => {
	const name = await nextName('dry');
	await writeFile(join(folder, name), 'CREATE TABLE state.dry (a UInt8) ENGINE = Memory');

	expect(await migrate(client, { folder, dryRun: true })).toEqual([name]);

	expect(await migrate(client, { folder, dryRun: true })).toEqual([name]);
});

test('a file that changed after it was applied is refused, and nothing is applied', async () => {
	await appendFile(join(folder, '001_database_private.sql'), '-- another word\n');
	await writeFile(join(folder, await nextName('late')), 'CREATE TABLE state.late (a UInt8) ENGINE = Memory');

	await expect(migrate(client, { folder })).rejects.toThrow(/001_database_private\.sql was changed/);

	const tables = await client.query({
		query: "SELECT name FROM system.tables WHERE database = 'state' AND name = 'late'",
		format: 'JSONEachRow',
	});
	expect(await tables.json()).toEqual([]);
});

test('a store that is newer than this version is refused', async () => {
	const last = (await readMigrations()).at(-1)?.name ?? '';
	await rm(join(folder, last));

	await expect(migrate(client, { folder })).rejects.toThrow(`${last} was applied`);
});

test('a gap in the numbers is refused', async () => {
	await writeFile(join(folder, '900_gap.sql'), 'SELECT 1');

	await expect(migrate(client, { folder })).rejects.toThrow(/900_gap\.sql does not carry the number/);
});
