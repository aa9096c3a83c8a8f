import { z } from 'zod';
import { AuditEntry, auditedActions } from './audit.js';
import { AccountId, AccountLabel, Grant } from './grant.js';

const Identifier = z.string().regex(/^[a-z0-9-]{1,64}$/);
const Instant = z.iso.datetime();

/** InvitationOrder is the body of `POST /v1/admin/invitations`: a link that lets one account in. */
export const InvitationOrder = z.strictObject({
	label: AccountLabel,
	grant: Grant,
	expiresInDays: z.int().min(1).max(30).default(3),
});
export type InvitationOrder = z.infer<typeof InvitationOrder>;

/** InvitationIssued is its answer: the only time that the link is seen whole. */
export const InvitationIssued = z.strictObject({ id: Identifier, url: z.url(), expiresAt: Instant });
export type InvitationIssued = z.infer<typeof InvitationIssued>;

/** AccountList is the answer of `GET /v1/admin/accounts`. */
export const AccountList = z.strictObject({
	accounts: z.array(
		z.strictObject({
			id: AccountId,
			label: AccountLabel,
			grants: z.array(Grant),
			closed: z.boolean(),
			since: Instant,
			lastUsed: z.iso.date(),
		}),
	),
	invitations: z.array(
		z.strictObject({
			id: Identifier,
			label: AccountLabel,
			grant: Grant,
			expiresAt: Instant,
			revoked: z.boolean(),
			usedBy: AccountId.nullable(),
		}),
	),
});
export type AccountList = z.infer<typeof AccountList>;

/** GrantChange is the body of `POST` and `DELETE /v1/admin/accounts/{id}/grants`. */
export const GrantChange = z.strictObject({ grant: Grant });

/** GrantsNow is its answer: what the account holds after it. */
export const GrantsNow = z.strictObject({ id: AccountId, grants: z.array(Grant) });

/** AccountClosed is the answer of `POST /v1/admin/accounts/{id}/close`. */
export const AccountClosed = z.strictObject({ id: AccountId, closed: z.literal(true) });

/** AUDIT_PAGE is the most entries one answer holds. */
export const AUDIT_PAGE = 100;

/**
 * AuditFilter is the query of `GET /v1/admin/audit`; `before` and `beforeId` are the instant and the id of the last entry of the page before: several
 * things may be done in one millisecond. `before` alone gives what was done earlier than an instant.
 */
export const AuditFilter = z.strictObject({
	action: z.enum(Object.keys(auditedActions) as [keyof typeof auditedActions]).optional(),
	account: AccountId.optional(),
	target: z
		.string()
		.regex(/^[\w:.-]{1,128}$/)
		.optional(),
	before: Instant.optional(),
	beforeId: z.uuid().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** AuditPage is its answer, the latest first. */
export const AuditPage = z.strictObject({ entries: z.array(AuditEntry.omit({ contract: true })) });
export type AuditPage = z.infer<typeof AuditPage>;
