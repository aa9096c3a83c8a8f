import { createHmac } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';

/** WrongBase: the cell key is not the one that this base's releases were made with; the same cell would have another value. */
export class WrongBase extends Error {
	override name = 'WrongBase';
}

const fingerprintOf = (base: string, cellKey: Buffer): string =>
	createHmac('sha256', cellKey).update(`base ${base}`).digest('hex');

/** checkBase remembers a base's cell key by a fingerprint, the first time; later it refuses another key under the same name. Errors: WrongBase. */
export const checkBase = async (client: ClickHouseClient, base: string, cellKey: Buffer): Promise<void> => {
	const read = createQuerier(client)({
		sql: 'SELECT fingerprint FROM private.bases FINAL WHERE base = {base: String}',
		params: z.object({ base: z.string() }),
		row: z.object({ fingerprint: z.string() }),
	});
	const [known] = await read({ base });
	const fingerprint = fingerprintOf(base, cellKey);
	if (known && known.fingerprint !== fingerprint)
		throw new WrongBase(
			`the cell key is not that of base ${base}: put the right key back, or name a new base with VIGIE_BASE`,
		);
	if (!known)
		await client.insert({
			table: 'private.bases',
			values: [{ base, fingerprint }],
			format: 'JSONEachRow',
		});
};
