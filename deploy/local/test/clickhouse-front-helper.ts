import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClickHouseClient, type ClickHouseClientConfigOptions, createClient } from '@clickhouse/client';
import { databases, type ServiceRole, serviceRoles } from '@vigie/clickhouse/roles';
import { afterAll, expect } from 'vitest';
import { type RunningFront, startFront } from '../src/clickhouse-front/start-front.js';

/** credentials are those of every front of these tests. */
export const credentials = Object.fromEntries(serviceRoles.map((role) => [role, `${role}-password`]));

/** temporaryFolder makes a folder that goes away with the test file. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'vigie-front-test-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** startTestFront starts a front on `dataDir`; it is killed at the end of the test file if it still runs. */
export async function startTestFront(dataDir: string): Promise<RunningFront> {
	const front = await startFront({ dataDir, credentials });
	afterAll(() => front.kill());
	return front;
}

/** clientOf makes a client of `front` that logs in as `role`. */
export function clientOf(
	front: RunningFront,
	role: ServiceRole,
	options: ClickHouseClientConfigOptions = {},
): ClickHouseClient {
	const client = createClient({
		url: front.url,
		username: role,
		password: `${role}-password`,
		log: { level: 127 },
		...options,
	});
	afterAll(() => client.close());
	return client;
}

/** TestFront is a front with the four databases, and a client for each role. */
export interface TestFront {
	readonly front: RunningFront;
	readonly as: (role: ServiceRole, options?: ClickHouseClientConfigOptions) => ClickHouseClient;
	readonly migrator: ClickHouseClient;
	readonly publisher: ClickHouseClient;
	readonly loader: ClickHouseClient;
}

/** useFront starts a front of the test file's own, on an empty folder, with the four databases. */
export async function useFront(): Promise<TestFront> {
	const front = await startTestFront(temporaryFolder());
	const as = (role: ServiceRole, options?: ClickHouseClientConfigOptions) => clientOf(front, role, options);
	const migrator = as('migrator');
	for (const database of databases) await migrator.command({ query: `CREATE DATABASE ${database}` });
	return { front, as, migrator, publisher: as('publisher'), loader: as('loader') };
}

/** rowsOf gives the rows of a SELECT. */
export async function rowsOf(
	client: ClickHouseClient,
	query: string,
	query_params: Record<string, unknown> = {},
): Promise<unknown[]> {
	const result = await client.query({ query, query_params, format: 'JSONEachRow' });
	return result.json();
}

/** expectError waits for the error of `work` and checks its ClickHouse code and its sentence. */
export async function expectError(work: Promise<unknown>, code: string, sentence: RegExp): Promise<void> {
	await expect(work).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
}
