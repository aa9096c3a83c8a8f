import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import type { Logger } from 'pino';
import { z } from 'zod';
import { errorName } from './engine-errors.js';
import { type BatchControl, patiently } from './patience.js';

/** Range is what the loader did with a range of offsets (both ends included) of one partition. */
export interface Range {
	readonly topic: string;
	readonly partition: number;
	readonly firstOffset: string;
	readonly lastOffset: string;
	/** Messages inserted into `private.events`. */
	readonly rows: number;
	/** Messages sent to the dead letters. */
	readonly dead: number;
	/** Hour at which it was done. */
	readonly hour: string;
}

/** Ledger keeps, in `private.ledger`, what was done with every offset. */
export interface Ledger {
	/** write adds a range; the same one again changes nothing. It waits for an engine that is away. */
	write(range: Range, control: BatchControl): Promise<void>;
	/** readReached gives, for each partition of a topic, the last offset that is done. */
	readReached(topic: string): Promise<Map<number, bigint>>;
}

/** createLedger makes the port of `private.ledger`. */
export const createLedger = (client: ClickHouseClient, logger: Logger): Ledger => {
	const read = createQuerier(client)({
		sql: `
			SELECT
				partition,
				max(lastOffset) AS reached
			FROM private.ledger
			WHERE topic = {topic: String}
			GROUP BY partition`,
		params: z.object({ topic: z.string() }),
		row: z.object({ partition: z.int(), reached: z.string().regex(/^\d+$/) }),
	});
	return {
		write: async (range, control) => {
			const { topic, partition, firstOffset, lastOffset } = range;
			const insert = () =>
				client.insert({
					table: 'private.ledger',
					values: [range],
					format: 'JSONEachRow',
					clickhouse_settings: {
						insert_deduplication_token: `${topic}:${partition}:${firstOffset}-${lastOffset}`,
					},
				});
			await patiently(insert, control, {
				isFinal: () => false,
				onRetry: (error) => logger.warn({ error: errorName(error) }, 'the ledger cannot be written'),
			});
		},
		readReached: async (topic) =>
			new Map((await read({ topic })).map(({ partition, reached }) => [partition, BigInt(reached)])),
	};
};
