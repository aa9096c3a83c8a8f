import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** The queues of publisher, detector and reporter, by the names that they give them. */
const names = ['releases', 'detection', 'reports'] as const;

/** openQueues opens the queues of the services, to look at them. */
export const openQueues = (connection: Redis, prefix: string, logger: Logger) => {
	const queues = names.map((name) => {
		const queue = new Queue(name, { connection, prefix: `${prefix}vigie`, skipMetasUpdate: true });
		queue.on('error', (err) => logger.warn({ err: { message: err.message } }, 'a queue is not reachable'));
		return queue;
	});
	return { queues, close: () => Promise.all(queues.map((queue) => queue.close())) };
};
