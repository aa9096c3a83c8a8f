import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** createRedis makes a connection that fails fast: Redis is never the only holder of anything, and refuses no event. */
export const createRedis = (url: string, logger: Logger): Redis => {
	const redis = new Redis(url, {
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
export const createQueueRedis = (url: string, logger: Logger): Redis => {
	const redis = new Redis(url, {
		maxRetriesPerRequest: null,
		retryStrategy: (times) => Math.min(times * 100, 2_000),
	});
	redis.on('error', (err) => logger.warn({ err: { message: err.message } }, 'Redis is not reachable'));
	return redis;
};
