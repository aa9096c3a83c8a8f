import { expect, test } from 'vitest';
import { rowsOf, useFront } from './clickhouse-front-helper.js';

const { as, migrator, publisher } = await useFront();
await migrator.command({
	query: `CREATE TABLE private.t (a UInt32) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 1000`,
});
const callers = 24;
const rounds = 10;

/** Runs `work` in `callers` chains at once, `rounds` times each: more than the front runs at a time. */
async function concurrently(work: (caller: number, round: number) => Promise<void>): Promise<void> {
	const chain = async (caller: number) => {
		for (let round = 0; round < rounds; round += 1) await work(caller, round);
	};
	await Promise.all(Array.from({ length: callers }, (_, caller) => chain(caller)));
}

test('settings and parameters of one caller never reach another', { timeout: 60_000 }, async () => {
	const client = as('publisher', { max_open_connections: callers });

	await concurrently(async (caller, round) => {
		const mine = caller * rounds + round + 1;
		const result = await client.query({
			query: "SELECT toUInt32(getSetting('max_block_size')) AS setting, {mine: UInt32} AS parameter",
			query_params: { mine },
			format: 'JSONEachRow',
			clickhouse_settings: { max_block_size: String(mine), wait_end_of_query: mine % 2 === 0 ? 1 : 0 },
		});
		expect(await result.json()).toEqual([{ setting: mine, parameter: mine }]);
	});
});

test('after a request with settings and parameters, the next has none of them', async () => {
	const query =
		"SELECT getSetting('max_block_size') AS size, getSetting('insert_deduplication_token') AS token";
	const before = await rowsOf(publisher, query);

	for (let time = 0; time < 20; time += 1) {
		await publisher.command({
			query: 'SELECT {secret: String}',
			query_params: { secret: 'x' },
			clickhouse_settings: { max_block_size: '7', insert_deduplication_token: 'mine' },
		});
		expect(await rowsOf(publisher, query)).toEqual(before);
		await expect(rowsOf(publisher, 'SELECT {secret: String}')).rejects.toMatchObject({ code: '456' });
	}
});

test('a token never drops another insert, however many run at once', { timeout: 60_000 }, async () => {
	const client = as('publisher', { max_open_connections: callers });

	await concurrently(async (caller, round) => {
		const a = caller * rounds + round;
		const token = caller % 2 === 0 ? { insert_deduplication_token: `token-${a}` } : {};
		const insert = () =>
			client.insert({
				table: 'private.t',
				values: [{ a }],
				format: 'JSONEachRow',
				clickhouse_settings: { async_insert: 0, ...token },
			});
		await insert();
		// The same batch again, as a consumer would after a crash: only a token makes it harmless.
		if (caller % 2 === 0) await insert();
	});

	const total = callers * rounds;
	expect(await rowsOf(publisher, 'SELECT count() AS n, uniqExact(a) AS different FROM private.t')).toEqual([
		{ n: total, different: total },
	]);
});

test('roles at once keep apart', async () => {
	const roles = ['api', 'publisher', 'loader', 'detector'] as const;
	const clients = roles.map((role) => ({ role, client: as(role) }));

	await concurrently(async (caller) => {
		const { role, client } = clients[caller % clients.length] ?? { role: 'publisher', client: publisher };
		expect(await rowsOf(client, 'SELECT currentRoles() AS roles')).toEqual([{ roles: [role] }]);
	});
});
