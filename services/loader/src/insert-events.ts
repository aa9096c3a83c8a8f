import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Logger } from 'pino';
import { errorName, isDataError } from './engine-errors.js';
import { bytesOf, halve, type Lines } from './line-buffer.js';
import type { LoaderMetrics } from './metrics.js';
import { type BatchControl, patiently } from './patience.js';
import { eventColumns } from './row-text.js';

/** EventInserter stores lines of one partition, in order, and gives the offsets of those that the engine alone refuses. */
export type EventInserter = (
	origin: { readonly topic: string; readonly partition: number },
	lines: Lines,
	control: BatchControl,
) => Promise<readonly string[]>;

export interface InsertDependencies {
	readonly client: ClickHouseClient;
	readonly logger: Logger;
	readonly metrics: LoaderMetrics;
	/** Called with false when the engine does not answer, with true when it does again. */
	readonly onEngine: (answers: boolean) => void;
}

const UUID_CHARACTERS = 36;

/**
 * tokenOf names an insert by where its rows were read and by the id of the first, with which every row begins: a log that is made anew has
 * the same offsets again, and its events would be taken for those of the old one.
 */
const tokenOf = (topic: string, partition: number, { bytes, list }: Lines): string => {
	const [first, last] = [list.at(0), list.at(-1)];
	const start = first?.start ?? 0;
	const id = bytes.toString('latin1', start, start + UUID_CHARACTERS);
	return `${topic}:${partition}:${first?.offset}-${last?.offset}:${id}`;
};

/** createEventInserter makes the port that writes `private.events`: whole batches, halved only to find a row that is refused. */
export const createEventInserter = ({
	client,
	logger,
	metrics,
	onEngine,
}: InsertDependencies): EventInserter => {
	const insert = async (token: string, lines: Lines): Promise<void> => {
		const stop = metrics.insertSeconds.startTimer();
		await client.insert({
			table: 'private.events',
			columns: eventColumns,
			values: Readable.from([bytesOf(lines)], { objectMode: false }),
			format: 'TabSeparated',
			// On every insert: the first net against a batch that is sent twice.
			clickhouse_settings: { insert_deduplication_token: token },
		});
		stop();
		metrics.insertRows.observe(lines.list.length);
		onEngine(true);
	};

	const store: EventInserter = async (origin, lines, control) => {
		const [first] = lines.list;
		if (!first) return [];
		const token = tokenOf(origin.topic, origin.partition, lines);
		try {
			await patiently(() => insert(token, lines), control, {
				isFinal: isDataError,
				onRetry: (error) => {
					onEngine(false);
					logger.warn({ error: errorName(error), partition: origin.partition }, 'the store does not answer');
				},
			});
			return [];
		} catch (error) {
			if (!isDataError(error)) throw error;
			if (lines.list.length === 1) return [first.offset];
			const [before, after] = halve(lines);
			return [...(await store(origin, before, control)), ...(await store(origin, after, control))];
		}
	};
	return store;
};
