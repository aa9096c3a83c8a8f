import type { ClickHouseClient } from '@clickhouse/client';
import { tokenOf } from '@vigie/kit/tokens';
import { z } from 'zod';
import { insertLines } from './bulk.js';

const Structure = z.array(z.object({ id: z.string().min(1) }));

/**
 * stageTokens lays into the scratch what each structure's token of the week becomes under the quarter's key, for every structure
 * ever registered, so that a month can count structures without any event saying who sent it.
 */
export const stageTokens = async (
	client: ClickHouseClient,
	weekKey: Buffer,
	quarterKey: Buffer,
): Promise<void> => {
	const result = await client.query({
		query: "SELECT id FROM state.registry FINAL WHERE type = 'structure'",
		format: 'JSONEachRow',
	});
	const structures = Structure.parse(await result.json());
	const lines = structures.map(({ id }) => `${tokenOf(weekKey, id)}\t${tokenOf(quarterKey, id)}\n`);
	await insertLines(client, 'private.closing_tokens', [lines.join('')]);
};

// Events of a structure that the registry does not know count together as one: too few structures, too large a top, never the reverse.
const UNKNOWN = '(unknown)';

/** unknownToken is the quarter's token of all structures that the registry does not know. */
export const unknownToken = (quarterKey: Buffer): string => tokenOf(quarterKey, UNKNOWN);
