import type { Querier } from '@vigie/kit/clickhouse';
import { AUDIT_PAGE, type AuditFilter, AuditPage } from '@vigie/schemas/accounts/administration';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from './guard.js';

/** ReadAudit reads a page of the audit log, the latest first. */
export type ReadAudit = (filter: AuditFilter) => Promise<AuditPage>;

/** Before every other: nothing of that very instant is earlier than it. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

const orNull = (text: string): string | null => (text === '' ? null : text);

const Row = z.object({
	id: z.string(),
	at: z.string(),
	actor: z.string(),
	account: z.string(),
	action: z.string(),
	target: z.string(),
	body: z.string(),
	detail: z.string(),
});

const actorOf = ({ actor, account }: z.infer<typeof Row>): unknown => {
	if (actor === 'account') return { kind: actor, account };
	return actor === 'api-key' ? { kind: actor, key: account } : { kind: actor };
};

/** auditReader reads `state.audit`, which follows the log a moment later. */
export const auditReader = (query: Querier, logger: Logger): ReadAudit => {
	const read = query({
		sql: `
			SELECT
				toString(id) AS id,
				formatDateTime(entries.at, '%Y-%m-%dT%H:%i:%S.', 'UTC') || leftPad(toString(toUnixTimestamp64Milli(entries.at) % 1000), 3, '0') || 'Z' AS at,
				actor,
				account,
				action,
				target,
				body,
				detail
			FROM state.audit AS entries FINAL
			WHERE ({action: String} = '' OR action = {action: String})
				AND ({account: String} = '' OR account = {account: String})
				AND ({target: String} = '' OR target = {target: String})
				AND (entries.at, entries.id) < (parseDateTime64BestEffort({before: String}, 3, 'UTC'), {beforeId: UUID})
			ORDER BY entries.at DESC, entries.id DESC
			LIMIT {limit: UInt16}`,
		params: z.object({
			action: z.string(),
			account: z.string(),
			target: z.string(),
			before: z.string(),
			beforeId: z.uuid(),
			limit: z.int(),
		}),
		row: Row,
	});
	return async ({ action = '', account = '', target = '', before, beforeId = NO_ID }) => {
		const until = before ?? '2999-01-01T00:00:00Z';
		const rows = await guarded(logger, () =>
			read({ action, account, target, before: until, beforeId, limit: AUDIT_PAGE }),
		);
		return AuditPage.parse({
			entries: rows.map((row) => ({
				id: row.id,
				at: row.at,
				actor: actorOf(row),
				action: row.action,
				target: orNull(row.target),
				body: orNull(row.body),
				detail: orNull(row.detail),
			})),
		});
	};
};
