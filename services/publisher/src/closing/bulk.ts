import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';

/**
 * readColumns reads a query whose columns are unsigned integers or texts of codes, as rows of texts. A closing moves tens of
 * thousands of such rows: tab-separated, they take a tenth of the time of JSON. Errors: the engine's; RangeError on a row of another width.
 */
export const readColumns = async <Width extends number>(
	client: ClickHouseClient,
	width: Width,
	query: string,
	query_params: Record<string, unknown>,
): Promise<(readonly string[] & { readonly length: Width })[]> => {
	const result = await client.query({ query, query_params, format: 'TabSeparated' });
	const text = await result.text();
	const isOfWidth = (row: readonly string[]): row is readonly string[] & { readonly length: Width } =>
		row.length === width;
	return text
		.split('\n')
		.slice(0, -1)
		.map((line) => {
			const row = line.split('\t');
			if (!isOfWidth(row)) throw new RangeError(`a row of ${width} columns was expected`);
			return row;
		});
};

/** settingsOf names an insert by a token of its own; without one, the engine compares the rows. */
export const settingsOf = (token: string | undefined) =>
	token === undefined ? {} : { clickhouse_settings: { insert_deduplication_token: token } };

/**
 * insertLines inserts tab-separated lines, each ended by a line feed, as one body; nothing is sent when there are none. `token` names the
 * insert, when the same lines must not be taken for a retry of earlier ones.
 */
export const insertLines = async (
	client: ClickHouseClient,
	table: string,
	chunks: readonly string[],
	token?: string,
): Promise<void> => {
	if (chunks.every((chunk) => chunk === '')) return;
	await client.insert({
		table,
		values: Readable.from(chunks, { objectMode: false }),
		format: 'TabSeparated',
		...settingsOf(token),
	});
};
