import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

/** RedisAccess is where Redis is and who vouches for it, as configurations hold it. */
export interface RedisAccess {
	readonly REDIS_URL: string;
	readonly VIGIE_CA?: string;
}

/**
 * trustOf gives who vouches for a Redis that is spoken to over TLS: options of that name would turn TLS on for any address. They are given
 * without an authority too: the library by itself sees TLS in `rediss:` only as it is written here, and `REDISS:` says the same.
 */
export const trustOf = ({ REDIS_URL, VIGIE_CA }: RedisAccess): Pick<RedisOptions, 'tls'> =>
	new URL(REDIS_URL).protocol === 'rediss:' ? { tls: VIGIE_CA ? { ca: VIGIE_CA } : {} } : {};

/** createRedis makes a connection that fails fast: Redis is never the only holder of anything, and refuses no event. */
export const createRedis = (access: RedisAccess, logger: Logger): Redis => {
	const redis = new Redis(access.REDIS_URL, {
		...trustOf(access),
		enableOfflineQueue: false,
		enableAutoPipelining: true,
		maxRetriesPerRequest: 0,
		connectTimeout: 2_000,
		commandTimeout: 1_000,
		retryStrategy: (times) => Math.min(times * 100, 2_000),
	});
	redis.on('error', (err) => logger.warn({ err: { message: err.message } }, 'Redis is not reachable'));
	return redis;
};

/** createQueueRedis makes a connection for a BullMQ worker, which waits for Redis as long as it takes. */
export const createQueueRedis = (access: RedisAccess, logger: Logger): Redis => {
	const redis = new Redis(access.REDIS_URL, {
		...trustOf(access),
		maxRetriesPerRequest: null,
		retryStrategy: (times) => Math.min(times * 100, 2_000),
	});
	redis.on('error', (err) => logger.warn({ err: { message: err.message } }, 'Redis is not reachable'));
	return redis;
};
