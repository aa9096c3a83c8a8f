import type { ClickHouseClient } from '@clickhouse/client';
import type { KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { errorName } from './engine-errors.js';
import { patiently } from './patience.js';

export interface Projection<Row> {
	/** Table of `state` that the rows are written to. */
	readonly table: string;
	/** What is projected, as the log names it. */
	readonly what: string;
	/** rowsOf gives a message's rows, none for what is not projected, null for what cannot be read: that is told and left out. */
	readonly rowsOf: (message: KafkaMessage) => readonly Row[] | null;
}

/** projectBatch makes the handler that writes a topic's messages to a table: a batch read again is the same insert, by its token. */
export const projectBatch =
	<Row>(client: ClickHouseClient, logger: Logger, { table, what, rowsOf }: Projection<Row>): BatchHandler =>
	async (batch, control) => {
		const values = batch.messages.flatMap((message) => {
			const rows = rowsOf(message);
			if (rows === null) logger.error({ offset: message.offset, what }, 'a message is unreadable: left out');
			return rows ?? [];
		});
		if (values.length === 0) return;
		const token = `${batch.topic}:${batch.partition}:${batch.firstOffset()}-${batch.lastOffset()}`;
		const insert = () =>
			client.insert({
				table,
				values,
				format: 'JSONEachRow',
				clickhouse_settings: { insert_deduplication_token: token },
			});
		await patiently(insert, control, {
			isFinal: () => false,
			onRetry: (error) =>
				logger.warn({ error: errorName(error), what }, 'a projection cannot be written: trying again'),
		});
	};
