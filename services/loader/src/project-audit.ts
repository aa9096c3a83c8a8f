import type { ClickHouseClient } from '@clickhouse/client';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { errorName } from './engine-errors.js';
import { patiently } from './patience.js';

const parse = (value: Buffer | null): AuditEntry | null => {
	try {
		return AuditEntry.parse(JSON.parse(value?.toString('utf8') ?? ''));
	} catch {
		return null;
	}
};

const accountOf = ({ actor }: AuditEntry): string => {
	switch (actor.kind) {
		case 'account':
			return actor.account;
		case 'api-key':
			return actor.key;
		case 'operator':
		case 'job':
			return '';
		default: {
			const never: never = actor;
			return never;
		}
	}
};

const rowOf = (entry: AuditEntry) => ({
	at: entry.at.replace('Z', ''),
	id: entry.id,
	actor: entry.actor.kind,
	account: accountOf(entry),
	action: entry.action,
	target: entry.target ?? '',
	body: entry.body ?? '',
	detail: entry.detail ?? '',
});

/** createAuditProjector makes the handler of `audit.v1`, which writes each entry to `state.audit`, where administrators search. */
export const createAuditProjector =
	(client: ClickHouseClient, logger: Logger): BatchHandler =>
	async (batch, control) => {
		const entries = batch.messages.map(({ value, offset }) => {
			const entry = parse(value);
			if (entry === null) logger.error({ offset }, 'an entry of the audit log is unreadable: left out');
			return entry;
		});
		const values = entries.flatMap((entry) => (entry === null ? [] : [rowOf(entry)]));
		if (values.length === 0) return;
		const token = `${batch.topic}:${batch.partition}:${batch.firstOffset()}-${batch.lastOffset()}`;
		const insert = () =>
			client.insert({
				table: 'state.audit',
				values,
				format: 'JSONEachRow',
				clickhouse_settings: { insert_deduplication_token: token },
			});
		await patiently(insert, control, {
			isFinal: () => false,
			onRetry: (error) =>
				logger.warn({ error: errorName(error) }, 'the audit log cannot be projected: trying again'),
		});
	};
