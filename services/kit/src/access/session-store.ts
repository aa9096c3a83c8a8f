import { createHash } from 'node:crypto';
import type { SessionStore } from '@fastify/session';
import type { Redis } from 'ioredis';
import { ProblemError } from '../problem-plugin.js';
import { StoredSession } from './session-data.js';

const RETRY_AFTER_SECONDS = 5;
/** A sign-in that nobody finishes is forgotten sooner than a session. */
const PENDING_SECONDS = 600;

/** By a hash: who reads Redis finds no session to take over. */
const keyOf = (id: string): string => `session:${createHash('sha256').update(id).digest('hex')}`;

const away = (): ProblemError => new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });

const parse = (text: string | null) => {
	if (text === null) return null;
	const session = StoredSession.safeParse(JSON.parse(text));
	return session.success ? session.data : null;
};

/** redisSessionStore keeps sessions in Redis, each until it has not been used for `idleMs`; without Redis nobody is signed in, and 503 says so. */
export const redisSessionStore = (redis: Redis, idleMs: number): SessionStore => ({
	get: (id, callback) =>
		void redis
			.get(keyOf(id))
			.then(parse)
			.then(
				(session) => callback(null, session),
				() => callback(away()),
			),
	set: (id, session, callback) => {
		const seconds = session.signedIn ? Math.ceil(idleMs / 1000) : PENDING_SECONDS;
		void redis.set(keyOf(id), JSON.stringify(session), 'EX', seconds).then(
			() => callback(),
			() => callback(away()),
		);
	},
	destroy: (id, callback) =>
		void redis.del(keyOf(id)).then(
			() => callback(),
			() => callback(away()),
		),
});
