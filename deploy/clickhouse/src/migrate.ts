import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';

/** migrationsFolder holds the numbered files: one statement each. */
export const migrationsFolder = fileURLToPath(new URL('../migrations/', import.meta.url));

export interface Migration {
	readonly name: string;
	readonly sql: string;
	readonly sha256: string;
}

/** MigrationRefused says why nothing was applied: migrations only go forward, and applied files never change. */
export class MigrationRefused extends Error {
	override name = 'MigrationRefused';
}

const Applied = z.array(z.object({ name: z.string(), sha256: z.string() }));

/** readMigrations reads the files in order and refuses a gap or a repeated number. */
export const readMigrations = async (folder = migrationsFolder): Promise<Migration[]> => {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
	for (const [index, name] of names.entries()) {
		if (!new RegExp(`^${String(index + 1).padStart(3, '0')}_[a-z0-9_]+\\.sql$`).test(name))
			throw new MigrationRefused(`${name} does not carry the number ${index + 1}`);
	}
	return Promise.all(
		names.map(async (name) => {
			const sql = await readFile(join(folder, name), 'utf8');
			return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
		}),
	);
};

const readApplied = async (client: ClickHouseClient): Promise<ReadonlyMap<string, string>> => {
	const known = await client.query({
		query: "SELECT name FROM system.tables WHERE database = 'vigie_meta' AND name = 'migrations'",
		format: 'JSONEachRow',
	});
	if ((await known.json()).length === 0) return new Map();
	const result = await client.query({
		query: 'SELECT name, sha256 FROM vigie_meta.migrations ORDER BY name',
		format: 'JSONEachRow',
	});
	return new Map(Applied.parse(await result.json()).map(({ name, sha256 }) => [name, sha256]));
};

const refuseChanges = (migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void => {
	const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
	for (const [name, sha256] of applied) {
		if (!known.has(name))
			throw new MigrationRefused(`${name} was applied to this store and is not known here: it is newer`);
		if (known.get(name) !== sha256)
			throw new MigrationRefused(`${name} was changed after it had been applied: write a new one instead`);
	}
};

const makeLedger = async (client: ClickHouseClient): Promise<void> => {
	await client.command({ query: 'CREATE DATABASE IF NOT EXISTS vigie_meta' });
	await client.command({
		query: `CREATE TABLE IF NOT EXISTS vigie_meta.migrations
			(
				name String COMMENT 'File of deploy/clickhouse/migrations',
				sha256 String COMMENT 'Of the file as it was applied',
				appliedAt DateTime('UTC') DEFAULT now()
			)
			ENGINE = MergeTree
			ORDER BY name`,
	});
};

/**
 * migrate applies, in order, the migrations that the store does not have, and gives their names. It refuses (and applies
 * nothing) when an applied file has changed or is unknown. `dryRun` only tells what would be applied; `until` names the last to
 * apply: a restore brings a store to where its backup was, and the next deploy further.
 */
export const migrate = async (
	client: ClickHouseClient,
	options: { readonly dryRun?: boolean; readonly folder?: string; readonly until?: string } = {},
): Promise<readonly string[]> => {
	const migrations = await readMigrations(options.folder);
	const applied = await readApplied(client);
	refuseChanges(migrations, applied);
	const { until } = options;
	const pending = migrations.filter(({ name }) => !applied.has(name) && (!until || name <= until));
	if (options.dryRun || pending.length === 0) return pending.map(({ name }) => name);
	await makeLedger(client);
	for (const { name, sql, sha256 } of pending) {
		await client.command({ query: sql });
		await client.insert({
			table: 'vigie_meta.migrations',
			values: [{ name, sha256 }],
			format: 'JSONEachRow',
		});
	}
	return pending.map(({ name }) => name);
};
