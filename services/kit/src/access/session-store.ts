import type { SessionStore } from '@fastify/session';
import type { Redis } from 'ioredis';
import { ProblemError } from '../problem-plugin.js';
import { parseSession, sessionKeyOf, sessionsKeyOf } from './account-sessions.js';

const RETRY_AFTER_SECONDS = 5;
/** A sign-in that nobody finishes is forgotten sooner than a session. */
const PENDING_SECONDS = 600;

const away = (): ProblemError => new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/**
 * redisSessionStore keeps sessions in Redis, each until it has not been used for `idleMs`, and the list of those of each account; without Redis
 * nobody is signed in, and 503 says so.
 */
export const redisSessionStore = (redis: Redis, idleMs: number): SessionStore => ({
	get: (id, callback) =>
		void redis
			.get(sessionKeyOf(id))
			.then(parseSession)
			.then(
				(session) => callback(null, session),
				() => callback(away()),
			),
	set: (id, session, callback) => {
		const key = sessionKeyOf(id);
		const { signedIn } = session;
		const seconds = signedIn ? Math.ceil(idleMs / 1000) : PENDING_SECONDS;
		const list = signedIn ? sessionsKeyOf(signedIn.account) : null;
		const saved = redis.set(key, JSON.stringify(session), 'EX', seconds);
		// A list is of no use once the session that was saved last is over.
		const listed = list === null ? [] : [redis.sadd(list, key), redis.expire(list, seconds)];
		void Promise.all([saved, ...listed]).then(
			() => callback(),
			() => callback(away()),
		);
	},
	destroy: (id, callback) =>
		void redis.del(sessionKeyOf(id)).then(
			() => callback(),
			() => callback(away()),
		),
});
