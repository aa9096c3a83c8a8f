import type { ClickHouseClient } from '@clickhouse/client';
import { RegistryRecord, registryKey } from '@vigie/schemas/registry';
import type { KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { projectBatch } from './project-batch.js';

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
export const createRegistryProjector = (client: ClickHouseClient, logger: Logger): BatchHandler =>
	projectBatch(client, logger, {
		table: 'state.registry',
		what: 'the registry',
		rowsOf: (message) => {
			const row = registryRowOf(message);
			return row && [row];
		},
	});
