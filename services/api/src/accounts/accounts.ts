import type { AuditLog } from '@vigie/kit/access/audit-log';
import { hashOf, isSecretOf } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import { type Grant, isSameGrant } from '@vigie/schemas/accounts/grant';
import type { Clock } from '@vigie/schemas/clock';
import type { RecordOf } from '@vigie/schemas/registry';
import type { RegistryWriter } from '../registry/writer.js';

export interface AccountsOptions {
	readonly registry: Pick<RegistryView, 'find' | 'all'>;
	readonly writer: RegistryWriter;
	readonly clock: Clock;
	readonly audit: AuditLog;
}

type Account = RecordOf<'account'>;
type Invitation = RecordOf<'invitation'>;

const DAY_MS = 24 * 60 * 60_000;
/** Uses are noted by the week: when exactly somebody works is nobody's business. */
const NOTED_EVERY_MS = 7 * DAY_MS;
const invitationText = /^([a-z0-9-]{1,64})\.([\w-]{43})$/;

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** withGrant adds a grant to those that are held; a grant that is held already changes nothing. */
export const withGrant = (held: readonly Grant[], grant: Grant): Grant[] =>
	held.some((one) => isSameGrant(one, grant)) ? [...held] : [...held, grant];

/** openInvitation gives the invitation that a text `<id>.<secret>` is good for, or throws `invitation_unusable`, whatever is wrong with it. */
const openInvitation = (registry: AccountsOptions['registry'], text: string, now: Date): Invitation => {
	const [, id, secret] = invitationText.exec(text) ?? [];
	const invitation = id === undefined ? null : registry.find('invitation', id);
	const isKnown = isSecretOf(secret ?? '', invitation?.secretHash ?? hashOf('')) && secret !== undefined;
	const isUsable =
		invitation !== null &&
		isKnown &&
		!invitation.revoked &&
		invitation.usedBy === null &&
		Date.parse(invitation.expiresAt) > now.getTime();
	if (!isUsable) throw new ProblemError('invitation_unusable');
	return invitation;
};

/** useInvitation gives the invitation's grant to an account, once: of two that come at the same time, one is refused. */
export const useInvitation = async (
	{ registry, writer, clock, audit }: AccountsOptions,
	account: string,
	text: string,
): Promise<void> => {
	const actor = { kind: 'account', account } as const;
	const { id, grant } = openInvitation(registry, text, clock.now());
	await audit.write({
		actor,
		action: 'invitation.used',
		target: id,
		body: grant.body,
		detail: grant.role,
	});
	await writer.change(() => {
		const now = clock.now();
		const invitation = openInvitation(registry, text, now);
		const known = registry.find('account', account);
		const written: Account = {
			type: 'account',
			id: account,
			label: known?.label ?? invitation.label,
			// A closed account begins anew: what it held is not given back.
			grants: withGrant(known && !known.closed ? known.grants : [], invitation.grant),
			closed: false,
			since: known?.since ?? now.toISOString(),
			lastUsed: dayOf(now),
		};
		return [written, { ...invitation, usedBy: account }];
	});
};

/** noteUse notes, once a week, that an account is used: one that is not for a year is closed. */
export const noteUse = async (
	{ registry, writer, clock }: AccountsOptions,
	account: string,
): Promise<void> => {
	const isDue = (record: Account | null): record is Account =>
		record !== null &&
		!record.closed &&
		clock.now().getTime() - Date.parse(record.lastUsed) >= NOTED_EVERY_MS;
	if (!isDue(registry.find('account', account))) return;
	await writer.change(() => {
		const record = registry.find('account', account);
		return isDue(record) ? [{ ...record, lastUsed: dayOf(clock.now()) }] : [];
	});
};
