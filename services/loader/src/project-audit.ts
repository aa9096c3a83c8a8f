import type { ClickHouseClient } from '@clickhouse/client';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { projectBatch } from './project-batch.js';

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
		case 'anonymous':
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
export const createAuditProjector = (client: ClickHouseClient, logger: Logger): BatchHandler =>
	projectBatch(client, logger, {
		table: 'state.audit',
		what: 'the audit log',
		rowsOf: ({ value }) => {
			const entry = parse(value);
			return entry && [rowOf(entry)];
		},
	});
