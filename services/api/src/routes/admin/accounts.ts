import { openAccountSessions } from '@vigie/kit/access/account-sessions';
import { actorOf } from '@vigie/kit/access/audit-log';
import { hashOf, newId, newSecret } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import {
	type AccountList,
	GrantChange,
	type InvitationIssued,
	InvitationOrder,
} from '@vigie/schemas/accounts/administration';
import { AccountId, type Grant, isSameGrant } from '@vigie/schemas/accounts/grant';
import { sessionPaths } from '@vigie/schemas/accounts/session';
import { Identifier } from '@vigie/schemas/administration';
import type { RecordOf } from '@vigie/schemas/registry';
import type { FastifyInstance } from 'fastify';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { withGrant } from '../../accounts/accounts.js';
import { requireCode } from '../../taxonomy-codes.js';
import { type AdminOptions, expiryOf } from './structures.js';

const AccountParams = z.object({ id: AccountId });
const InvitationParams = z.object({ id: Identifier });
const reading = { config: { action: 'administration:read' } } as const;
const writing = { config: { action: 'administration:write' } } as const;

const requireBody = ({ body }: Grant): void => {
	if (body !== null) requireCode('bodies', body, 'grant.body');
};

const isAdministrator = ({ closed, grants }: RecordOf<'account'>): boolean =>
	!closed && grants.some(({ role }) => role === 'administrator');

export interface AccountsRouteOptions extends AdminOptions {
	/** Where sessions are. */
	readonly redis: Redis;
}

/**
 * accountsRoute administers accounts: who is let in, with which role, for which body. An account that is closed is signed out wherever it is. The
 * last administrator cannot be shut out.
 */
export const accountsRoute = async (
	server: FastifyInstance,
	{ registry, writer, clock, audit, publicUrl, redis }: AccountsRouteOptions,
): Promise<void> => {
	const sessions = openAccountSessions(redis);
	const requireAccount = (id: string): RecordOf<'account'> => {
		const account = registry.find('account', id);
		if (!account) throw new ProblemError('not_found');
		return account;
	};
	const keepAnAdministrator = (id: string): void => {
		const others = registry.all('account').filter((account) => account.id !== id && isAdministrator(account));
		if (others.length === 0) throw new ProblemError('last_administrator');
	};
	/** lowered gives an account with less than it held, or throws when nobody would administer any more. */
	const lowered = (
		before: RecordOf<'account'>,
		change: Partial<RecordOf<'account'>>,
	): RecordOf<'account'> => {
		const after = { ...before, ...change };
		if (isAdministrator(before) && !isAdministrator(after)) keepAnAdministrator(before.id);
		return after;
	};

	server.get('/admin/accounts', reading, async (_request, reply) => {
		const accounts = registry.all('account').map(({ type: _type, ...account }) => account);
		const invitations = registry
			.all('invitation')
			.map(({ type: _type, secretHash: _secretHash, ...invitation }) => invitation);
		return reply.header('cache-control', 'no-store').send({ accounts, invitations } satisfies AccountList);
	});

	server.post('/admin/invitations', writing, async (request, reply) => {
		const { label, grant, expiresInDays } = InvitationOrder.parse(request.body);
		requireBody(grant);
		const expiresAt = expiryOf(clock, expiresInDays);
		const [id, secret] = [newId(), newSecret()];
		await audit.write({
			actor: actorOf(request.subject),
			action: 'invitation.created',
			target: id,
			body: grant.body,
			detail: grant.role,
		});
		await writer.change(() => [
			{
				type: 'invitation',
				id,
				secretHash: hashOf(secret),
				label,
				grant,
				expiresAt,
				revoked: false,
				usedBy: null,
			},
		]);
		const url = new URL(sessionPaths.login, publicUrl);
		url.search = new URLSearchParams({ invitation: `${id}.${secret}` }).toString();
		return reply.code(201).send({ id, url: url.href, expiresAt } satisfies InvitationIssued);
	});

	server.delete('/admin/invitations/:id', writing, async (request) => {
		const { id } = InvitationParams.parse(request.params);
		if (!registry.find('invitation', id)) throw new ProblemError('not_found');
		await audit.write({ actor: actorOf(request.subject), action: 'invitation.revoked', target: id });
		await writer.change(() => {
			const invitation = registry.find('invitation', id);
			return invitation ? [{ ...invitation, revoked: true }] : [];
		});
		return { id, revoked: true };
	});

	for (const [method, action] of [
		['POST', 'grant.added'],
		['DELETE', 'grant.removed'],
	] as const)
		server.route({
			method,
			url: '/admin/accounts/:id/grants',
			...writing,
			handler: async (request) => {
				const { id } = AccountParams.parse(request.params);
				const { grant } = GrantChange.parse(request.body);
				requireBody(grant);
				const change = (): RecordOf<'account'> => {
					const account = requireAccount(id);
					if (action === 'grant.removed')
						return lowered(account, { grants: account.grants.filter((held) => !isSameGrant(held, grant)) });
					if (account.closed) throw new ProblemError('not_found');
					return { ...account, grants: withGrant(account.grants, grant) };
				};
				change();
				await audit.write({
					actor: actorOf(request.subject),
					action,
					target: id,
					body: grant.body,
					detail: grant.role,
				});
				await writer.change(() => [change()]);
				return { id, grants: requireAccount(id).grants };
			},
		});

	server.post('/admin/accounts/:id/close', writing, async (request) => {
		const { id } = AccountParams.parse(request.params);
		const change = () => lowered(requireAccount(id), { closed: true, grants: [] });
		change();
		await audit.write({ actor: actorOf(request.subject), action: 'account.closed', target: id });
		await writer.change(() => [change()]);
		// Without Redis they end by themselves, and may nothing meanwhile.
		await sessions.end(id).catch(() => 0);
		return { id, closed: true };
	});
};
