import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';

/** StoredRevision is a revision in the store: `id/revision`, how many rows it has once copies are merged, whether it undoes. */
export interface StoredRevision {
	readonly key: string;
	readonly rows: number;
	readonly retracted: boolean;
	/** Slot of its first reception, as `2026-11-10T13:15:00Z`. */
	readonly slot: string;
}

const PAGES = 8;

/**
 * readStored answers: which revisions does the store hold, and how often does each count? From private.events, merged as every
 * reader merges it; in some pages, for there may be millions.
 */
export const readStored = async (client: ClickHouseClient): Promise<StoredRevision[]> => {
	const readPage = createQuerier(client)({
		sql: `
			SELECT
				concat(toString(id), '/', toString(revision)) AS key,
				count() AS rows,
				max(retracted) AS retracted,
				min(receivedSlot) AS slot
			FROM private.events FINAL
			WHERE cityHash64(id) % {pages: UInt8} = {page: UInt8}
			GROUP BY id, revision`,
		params: z.object({ pages: z.int(), page: z.int() }),
		row: z.object({ key: z.string(), rows: z.coerce.number(), retracted: z.boolean(), slot: z.string() }),
	});
	const pages: StoredRevision[][] = [];
	for (let page = 0; page < PAGES; page += 1) pages.push(await readPage({ pages: PAGES, page }));
	return pages.flat();
};
