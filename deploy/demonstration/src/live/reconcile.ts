import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';

const IDS_A_QUESTION = 5_000;

/** storedRevisions answers: of these events, which (id, revision) does the store hold? From private.events. */
const storedRevisions = (client: ClickHouseClient) =>
	createQuerier(client)({
		sql: `
			SELECT DISTINCT
				concat(toString(id), '/', toString(revision)) AS key
			FROM private.events
			WHERE id IN (SELECT arrayJoin({ids: Array(UUID)}))
		`,
		params: z.object({ ids: z.array(z.uuid()) }),
		row: z.object({ key: z.string() }),
	});

/** countStored counts how many of the acknowledged revisions are in the store. */
const countStored = async (client: ClickHouseClient, acknowledged: ReadonlySet<string>): Promise<number> => {
	const ask = storedRevisions(client);
	const ids = [...new Set([...acknowledged].map((key) => key.split('/')[0] ?? ''))];
	let stored = 0;
	for (let start = 0; start < ids.length; start += IDS_A_QUESTION) {
		const rows = await ask({ ids: ids.slice(start, start + IDS_A_QUESTION) });
		stored += rows.filter(({ key }) => acknowledged.has(key)).length;
	}
	return stored;
};

/** reconcile waits, at most `withinMs`, until every acknowledged revision is stored, and says how many are. */
export const reconcile = async (
	client: ClickHouseClient,
	acknowledged: ReadonlySet<string>,
	withinMs: number,
): Promise<number> => {
	const deadlineMs = performance.now() + withinMs;
	for (;;) {
		const stored = await countStored(client, acknowledged);
		if (stored === acknowledged.size || performance.now() > deadlineMs) return stored;
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
};
