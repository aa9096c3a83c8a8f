import type { Clock } from '@vigie/schemas/clock';
import { type ConnectionOptions, type Job, Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { WatchOutages } from '../live/run-outage.js';
import type { JudgeRepairs } from '../repairs/run-repairs.js';
import type { JudgeWeeks } from '../weekly/run-weekly.js';
import {
	DETECTION_QUEUE,
	JUDGE_WEEKS,
	queuePrefix,
	TICK,
	WATCH_OUTAGES,
	WatchJob,
} from './detection-queue.js';
import { dueSlot } from './due-slot.js';
import { jobErrorOf } from './job-error.js';
import type { DetectorMetrics } from './metrics.js';

export interface DetectionWorkerOptions {
	readonly connection: ConnectionOptions;
	readonly prefix: string;
	readonly clock: Clock;
	readonly watchOutages: WatchOutages;
	readonly judgeWeeks: JudgeWeeks;
	readonly judgeRepairs: JudgeRepairs;
	/** Called at the end of each tick: by day and night, each minute. */
	readonly ticked: () => void;
	readonly metrics: DetectorMetrics;
	readonly logger: Logger;
}

const EVERY_MINUTE_MS = 60_000;
const EVERY_TEN_SECONDS_MS = 10_000;
const quiet = { removeOnComplete: { count: 10 }, removeOnFail: { count: 100 } };

/** openDetectionWorker works through the queue, one job at a time in the whole stack, and ticks each minute. */
export const openDetectionWorker = async (
	options: DetectionWorkerOptions,
): Promise<{ close(): Promise<void> }> => {
	const { connection, clock, watchOutages, ticked, metrics, logger } = options;
	const bull = { connection, prefix: queuePrefix(options.prefix) };
	const queue = new Queue(DETECTION_QUEUE, bull);
	queue.on('error', (err) => logger.warn({ err: { message: err.message } }, 'the queue is not reachable'));
	const handle = async (job: Job): Promise<string> => {
		switch (job.name) {
			case TICK: {
				const outcome = await watchOutages(dueSlot(clock.now()));
				ticked();
				return outcome;
			}
			case WATCH_OUTAGES:
				return watchOutages(WatchJob.parse(job.data).slot);
			case JUDGE_WEEKS: {
				const outcome = await options.judgeWeeks();
				if (outcome === 'more') await queue.add(JUDGE_WEEKS, {}, quiet);
				// What a repair is held against is what weeks were judged to be; a history is told in its order.
				if (outcome !== 'waiting') await options.judgeRepairs();
				return outcome;
			}
			default:
				throw new Error('no such job');
		}
	};
	const worker = new Worker(
		DETECTION_QUEUE,
		(job) =>
			handle(job).catch((err: unknown) => {
				throw jobErrorOf(err);
			}),
		{ ...bull, concurrency: 1, maxStalledCount: 3, stalledInterval: 10_000 },
	);
	worker.on('error', (err) =>
		logger.warn({ err: { message: err.message } }, 'the worker cannot reach its queue'),
	);
	worker.on('failed', (job, err) => {
		metrics.runs.inc({ kind: job?.name === JUDGE_WEEKS ? 'weekly' : 'outage', outcome: 'failed' });
		logger.error({ job: job?.name, err }, 'a job failed');
	});
	await queue.setGlobalConcurrency(1);
	await queue.upsertJobScheduler(TICK, { every: EVERY_MINUTE_MS }, { name: TICK, opts: quiet });
	await queue.upsertJobScheduler(
		JUDGE_WEEKS,
		{ every: EVERY_TEN_SECONDS_MS },
		{ name: JUDGE_WEEKS, opts: quiet },
	);
	return {
		close: async () => {
			await worker.close();
			await queue.close();
		},
	};
};
