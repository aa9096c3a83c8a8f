import type { ClickHouseClient } from '@clickhouse/client';
import { RegistryRecord, registryKey } from '@vigie/schemas/registry';
import type { KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { errorName } from './engine-errors.js';
import { patiently } from './patience.js';

interface RegistryRow {
	readonly key: string;
	readonly type: string;
	readonly id: string;
	/** The record as JSON; empty when it was deleted. */
	readonly body: string;
	/** Offset on the topic: the latest wins. */
	readonly version: string;
}

const readRecord = (text: string): RegistryRecord | null => {
	try {
		return RegistryRecord.parse(JSON.parse(text));
	} catch {
		return null;
	}
};

/** registryRowOf maps a message on `registry.v1` to its row; null when it cannot be read. */
const registryRowOf = ({
	key: rawKey,
	value,
	offset,
}: Pick<KafkaMessage, 'key' | 'value' | 'offset'>): RegistryRow | null => {
	const key = rawKey?.toString('utf8') ?? '';
	const [, type, id] = /^([a-z-]+):([a-z0-9-]+)$/.exec(key) ?? [];
	if (type === undefined || id === undefined) return null;
	if (value === null) return { key, type, id, body: '', version: offset };
	const record = readRecord(value.toString('utf8'));
	if (record === null || registryKey(record) !== key) return null;
	return { key, type, id, body: JSON.stringify(record), version: offset };
};

/** createRegistryProjector makes the handler of `registry.v1`, which writes each record's state to `state.registry`. */
export const createRegistryProjector =
	(client: ClickHouseClient, logger: Logger): BatchHandler =>
	async (batch, control) => {
		const rows: RegistryRow[] = [];
		for (const message of batch.messages) {
			const row = registryRowOf(message);
			if (row) rows.push(row);
			else logger.error({ offset: message.offset }, 'a registry record is unreadable: left out');
		}
		if (rows.length === 0) return;
		const token = `${batch.topic}:${batch.partition}:${batch.firstOffset()}-${batch.lastOffset()}`;
		const insert = () =>
			client.insert({
				table: 'state.registry',
				values: rows,
				format: 'JSONEachRow',
				clickhouse_settings: { insert_deduplication_token: token },
			});
		await patiently(insert, control, {
			isFinal: () => false,
			onRetry: (error) =>
				logger.warn({ error: errorName(error) }, 'the registry cannot be projected: trying again'),
		});
	};
