import { DETECTION_QUEUE, queuePrefix } from '@vigie/detector/jobs/detection-queue';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { OwnStack } from './own-stack.js';

/** askDetector gives the detector of a stack a job, as its own schedulers do, and does not wait for the next turn. */
export const askDetector = async (
	{ env, topicPrefix }: Pick<OwnStack, 'env' | 'topicPrefix'>,
	job: string,
	data: object,
): Promise<void> => {
	const connection = new Redis(z.string().parse(env.REDIS_URL), { maxRetriesPerRequest: null });
	const queue = new Queue(DETECTION_QUEUE, { connection, prefix: queuePrefix(topicPrefix) });
	await queue.add(job, data);
	await queue.close();
	connection.disconnect();
};
