import cookie from '@fastify/cookie';
import session from '@fastify/session';
import { SESSION_COOKIE } from '@vigie/schemas/accounts/session';
import type { FastifyInstance, FastifyReply } from 'fastify';
import fp from 'fastify-plugin';
import type { Redis } from 'ioredis';
import type { Timeouts } from './session-reader.js';
import { redisSessionStore } from './session-store.js';

/** What `__Host-` demands, and Lax: the way back from the identity provider comes from another site. */
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

export interface SessionsOptions {
	readonly redis: Redis;
	/** Secrets that cookies are signed with: the first signs, all verify. */
	readonly secrets: readonly string[];
	readonly timeouts: Timeouts;
}

/** sessionsPlugin gives the routes of its scope a session, which begins only once something is kept in it and `save` was called. */
export const sessionsPlugin = fp(
	async (server: FastifyInstance, { redis, secrets, timeouts }: SessionsOptions) => {
		await server.register(cookie);
		await server.register(session, {
			secret: [...secrets],
			cookieName: SESSION_COOKIE,
			cookie: attributes,
			store: redisSessionStore(redis, timeouts.idleMs),
			saveUninitialized: false,
			rolling: false,
		});
	},
	{ name: 'sessions' },
);

/** clearSessionCookie takes the cookie away. */
export const clearSessionCookie = (reply: FastifyReply): FastifyReply =>
	reply.clearCookie(SESSION_COOKIE, attributes);
