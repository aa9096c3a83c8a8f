import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { cleanUp } from '@vigie/test/cleanup';
import { z } from 'zod';
import type { Stream } from './fixture.js';
import { waitUntil } from './fixture.js';

const Row = z.record(z.string(), z.unknown());

/** eventsIn reads whole rows of `private.events` after merging copies, by id. */
export const eventsIn = (client: ClickHouseClient) => {
	const read = createQuerier(client)({
		sql: `
			SELECT *
			FROM private.events FINAL
			WHERE id IN {ids: Array(UUID)}
			ORDER BY id, revision`,
		params: z.object({ ids: z.array(z.string()) }),
		row: Row,
	});
	return (...ids: string[]) => read({ ids });
};

/** ledgerOf reads what the ledger says of a test's own topic. */
export const ledgerOf = (client: ClickHouseClient, { prefix }: Stream) => {
	const read = createQuerier(client)({
		sql: `
			SELECT
				sum(rows) AS rows,
				sum(dead) AS dead
			FROM private.ledger FINAL
			WHERE topic = {topic: String}`,
		params: z.object({ topic: z.string() }),
		row: z.object({ rows: z.coerce.number(), dead: z.coerce.number() }),
	});
	return async () => (await read({ topic: `${prefix}events.v1` }))[0] ?? { rows: 0, dead: 0 };
};

/** committedIn gives how many messages of `events.v1` the loader has committed, over all partitions. */
export const committedIn = async ({ kafka, prefix }: Stream): Promise<() => Promise<number>> => {
	const admin = kafka.admin();
	await admin.connect();
	cleanUp(() => admin.disconnect());
	return async () => {
		const [topic] = await admin.fetchOffsets({
			groupId: `${prefix}loader-events`,
			topics: [`${prefix}events.v1`],
		});
		return (topic?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
	};
};

/** waitForCommit waits until so many messages are committed. */
export const waitForCommit = async (stream: Stream, count: number): Promise<void> => {
	const committed = await committedIn(stream);
	await waitUntil(async () => (await committed()) >= count, `${count} committed messages`);
};
