import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClickHouse, createQuerier } from '@vigie/kit/clickhouse';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { openRegistryView } from '@vigie/kit/registry-view';
import type { Stack } from '@vigie/local/stack';
import { z } from 'zod';

const logger = createLogger('snapshot', 'silent');
const none = z.object({});

const manifests = {
	sql: 'SELECT release, hash, publishedAt FROM published.manifest FINAL ORDER BY release',
	params: none,
	row: z.object({ release: z.string(), hash: z.string(), publishedAt: z.string() }),
};
const cells = {
	sql: `
		SELECT release, count() AS n, toString(groupBitXor(cityHash64(tuple(*)))) AS hash
		FROM published.cells FINAL
		GROUP BY release
		ORDER BY release`,
	params: none,
	row: z.object({ release: z.string(), n: z.coerce.number(), hash: z.string() }),
};
const facts = {
	sql: `
		SELECT release, count() AS n, toString(groupBitXor(cityHash64(tuple(*)))) AS hash
		FROM private.cell_facts FINAL
		GROUP BY release
		ORDER BY release`,
	params: none,
	row: z.object({ release: z.string(), n: z.coerce.number(), hash: z.string() }),
};
const events = {
	sql: `
		SELECT receivedWeek, count() AS n, toString(groupBitXor(cityHash64(tuple(*)))) AS hash
		FROM private.events FINAL
		GROUP BY receivedWeek
		ORDER BY receivedWeek`,
	params: none,
	row: z.object({ receivedWeek: z.int(), n: z.coerce.number(), hash: z.string() }),
};
const count = z.object({ n: z.coerce.number(), hash: z.string() });
const slots = {
	sql: 'SELECT count() AS n, toString(groupBitXor(cityHash64(tuple(*)))) AS hash FROM private.series_slot FINAL',
	params: none,
	row: count,
};
const weeks = {
	sql: 'SELECT count() AS n, toString(groupBitXor(cityHash64(tuple(*)))) AS hash FROM private.series_week FINAL',
	params: none,
	row: count,
};
const byId = {
	sql: 'SELECT uniqExact(id) AS n FROM private.events WHERE id IN {ids: Array(UUID)}',
	params: z.object({ ids: z.array(z.string()) }),
	row: z.object({ n: z.coerce.number() }),
};

/** openStore opens the store of a running stack, with the role that may read all of it. */
export const openStore = async (stack: Stack) => {
	const passwords = z
		.record(z.string(), z.string())
		.parse(JSON.parse(await readFile(join(stack.keys, 'clickhouse.json'), 'utf8')));
	const client = createClickHouse(
		{
			CLICKHOUSE_URL: z.string().parse(stack.env.CLICKHOUSE_URL),
			CLICKHOUSE_USER: 'migrator',
			CLICKHOUSE_PASSWORD: passwords.migrator ?? '',
		},
		'snapshot',
	);
	const query = createQuerier(client);
	const find = query(byId);
	return {
		/** holds counts how many of these events are stored. */
		holds: async (ids: readonly string[]): Promise<number> => (await find({ ids: [...ids] }))[0]?.n ?? 0,
		read: async () => ({
			manifests: await query(manifests)({}),
			cells: await query(cells)({}),
			facts: await query(facts)({}),
			slots: await query(slots)({}),
			weeks: await query(weeks)({}),
			events: await query(events)({}),
		}),
		close: () => client.close(),
	};
};

/** readRegistry gives every record of a stack's registry. */
export const readRegistry = async ({ env }: Stack): Promise<unknown[]> => {
	const kafka = createKafka(z.string().parse(env.KAFKA_BROKERS), 'snapshot', logger);
	const view = await openRegistryView(kafka, 'registry.v1', logger);
	const types = ['structure', 'link', 'revoked-device', 'api-key', 'world', 'history'] as const;
	const records = types.flatMap((type): unknown[] => view.all(type));
	await view.close();
	return records.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
};
