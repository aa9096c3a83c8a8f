import { openAccountSessions, sessionKeyOf } from '@vigie/kit/access/account-sessions';
import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { type OwnSessions, type SessionsEnded, sessionPaths } from '@vigie/schemas/accounts/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';

export interface OwnSessionsOptions {
	readonly redis: Redis;
	readonly audit: AuditLog;
}

/** ownSessionsRoute shows an account where it is signed in, and ends its other sessions: one that was forgotten on another machine. */
export const ownSessionsRoute = async (
	server: FastifyInstance,
	{ redis, audit }: OwnSessionsOptions,
): Promise<void> => {
	const known = openAccountSessions(redis);
	const accountOf = ({ subject }: FastifyRequest): string =>
		subject.kind === 'account' ? subject.account : '';

	server.get(sessionPaths.own, { config: { action: 'session:read' } }, async (request, reply) => {
		const here = sessionKeyOf(request.session.sessionId);
		const sessions = (await known.of(accountOf(request))).map(({ key, signedIn }) => ({
			openedAt: signedIn.openedAt,
			seenAt: signedIn.seenAt,
			current: key === here,
		}));
		return reply.header('cache-control', 'no-store').send({ sessions } satisfies OwnSessions);
	});

	server.post(sessionPaths.endOthers, { config: { action: 'session:close' } }, async (request, reply) => {
		const account = accountOf(request);
		await audit.write({ actor: actorOf(request.subject), action: 'session.ended', target: account });
		const ended = await known.end(account, sessionKeyOf(request.session.sessionId));
		return reply.header('cache-control', 'no-store').send({ ended } satisfies SessionsEnded);
	});
};
