import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { ProblemError } from '../problem-plugin.js';
import { type SignedIn, StoredSession } from './session-data.js';

const RETRY_AFTER_SECONDS = 5;

/** sessionKeyOf names a session in Redis by a hash: who reads Redis finds none to take over. */
export const sessionKeyOf = (id: string): string =>
	`session:${createHash('sha256').update(id).digest('hex')}`;

/** sessionsKeyOf names the list of an account's sessions in Redis. */
export const sessionsKeyOf = (account: string): string => `sessions:${account}`;

/** parseSession reads what Redis holds of a session; what is not one is none. */
export const parseSession = (text: string | null): StoredSession | null => {
	if (text === null) return null;
	const session = StoredSession.safeParse(JSON.parse(text));
	return session.success ? session.data : null;
};

/** OpenSession is a session of an account that has not ended, by its name in Redis. */
export interface OpenSession {
	readonly key: string;
	readonly signedIn: SignedIn;
}

const orAway = async <Value>(asked: Promise<Value>): Promise<Value> => {
	try {
		return await asked;
	} catch {
		throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
	}
};

/** AccountSessions are the sessions of accounts, whichever browser they are in. */
export interface AccountSessions {
	/** of lists those of an account, the one used last first. */
	of(account: string): Promise<readonly OpenSession[]>;
	/** end ends those of an account, all but one where one is told, and gives how many. */
	end(account: string, but?: string): Promise<number>;
}

/** openAccountSessions reads and ends the sessions that Redis holds; `unavailable` without it. */
export const openAccountSessions = (redis: Redis): AccountSessions => {
	const of = async (account: string): Promise<readonly OpenSession[]> => {
		const keys = await redis.smembers(sessionsKeyOf(account));
		if (keys.length === 0) return [];
		const texts = await redis.mget(keys);
		const open = keys.flatMap((key, index) => {
			const signedIn = parseSession(texts[index] ?? null)?.signedIn;
			return signedIn?.account === account ? [{ key, signedIn }] : [];
		});
		const over = keys.filter((key) => !open.some((session) => session.key === key));
		if (over.length > 0) await redis.srem(sessionsKeyOf(account), ...over);
		return open.sort((left, right) => right.signedIn.seenAt.localeCompare(left.signedIn.seenAt));
	};
	return {
		of: (account) => orAway(of(account)),
		end: (account, but) =>
			orAway(
				of(account).then(async (open) => {
					const keys = open.map(({ key }) => key).filter((key) => key !== but);
					return keys.length === 0 ? 0 : redis.del(...keys);
				}),
			),
	};
};
