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
const reports = {
	sql: 'SELECT report, version, type, content FROM state.report_events FINAL ORDER BY report, version',
	params: none,
	row: z.object({ report: z.string(), version: z.coerce.number(), type: z.string(), content: z.string() }),
};
const audit = {
	sql: 'SELECT toString(id) AS id, actor, action, target FROM state.audit FINAL ORDER BY at, id',
	params: none,
	row: z.object({ id: z.string(), actor: z.string(), action: z.string(), target: z.string() }),
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
		/** What the loader makes again from its topics after a restore; more may be added at any moment. */
		readProjections: async () => ({ reports: await query(reports)({}), audit: await query(audit)({}) }),
		close: () => client.close(),
	};
};

const types = [
	...(['structure', 'link', 'revoked-device', 'api-key', 'world', 'history'] as const),
	...(['recipient', 'webhook', 'maintenance', 'invitation'] as const),
];

/** readRegistry gives every record of a stack's registry. */
export const readRegistry = async ({ env }: Stack): Promise<unknown[]> => {
	const kafka = createKafka({ KAFKA_BROKERS: z.string().parse(env.KAFKA_BROKERS) }, 'snapshot', logger);
	const view = await openRegistryView(kafka, 'registry.v1', logger);
	const others = types.flatMap((type): unknown[] => view.all(type));
	// The people of a demonstration are let in anew at each start.
	const accounts = view.all('account').map(({ since: _since, ...account }) => account);
	const records = [...others, ...accounts];
	await view.close();
	return records.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
};
