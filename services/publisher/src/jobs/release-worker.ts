import { levelOfPeriod } from '@vigie/schemas/lattice';
import { type ConnectionOptions, type Job, Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { closeOptions } from '../enqueue-close.js';
import { ReleaseBlocked } from '../gate/run-gate.js';
import { type Rebuilder, rebuildRelease } from '../release/rebuild.js';
import { CLOSE_WEEK, CloseJob, queuePrefix, REBUILD, RELEASES_QUEUE, RebuildJob, TICK } from './close-job.js';
import { jobErrorOf } from './job-error.js';
import type { PublisherMetrics } from './metrics.js';
import { type CloseRunner, runClose } from './run-close.js';
import { runTick, type Ticker } from './run-tick.js';

export interface ReleaseWorkerOptions {
	readonly connection: ConnectionOptions;
	readonly prefix: string;
	readonly runner: CloseRunner;
	readonly rebuilder: Rebuilder;
	readonly ticker: Omit<Ticker, 'enqueue'>;
	/** Called at each tick: what has become too old is made coarser, or goes. */
	readonly retain: () => Promise<void>;
	/** Called at the end of each tick: by day and night, each minute. */
	readonly ticked: () => void;
	readonly metrics: PublisherMetrics;
	readonly logger: Logger;
}

const EVERY_MINUTE_MS = 60_000;

/** openReleaseWorker works through the queue, one job at a time in the whole stack, and ticks each minute. */
export const openReleaseWorker = async (
	options: ReleaseWorkerOptions,
): Promise<{ close(): Promise<void> }> => {
	const { connection, runner, rebuilder, ticker, metrics, logger } = options;
	const bull = { connection, prefix: queuePrefix(options.prefix) };
	const queue = new Queue(RELEASES_QUEUE, bull);
	queue.on('error', (err) => logger.warn({ err: { message: err.message } }, 'the queue is not reachable'));
	const enqueue = async (week: string): Promise<void> => {
		await queue.add(CLOSE_WEEK, { week } satisfies CloseJob, closeOptions(week));
	};
	const handle = async (job: Job): Promise<unknown> => {
		switch (job.name) {
			case TICK: {
				const due = await runTick({ ...ticker, enqueue });
				await options.retain();
				options.ticked();
				return due;
			}
			case CLOSE_WEEK: {
				const result = await runClose(runner, CloseJob.parse(job.data));
				metrics.closings.inc({ outcome: result.outcome });
				return result;
			}
			case REBUILD: {
				const { release } = RebuildJob.parse(job.data);
				return rebuildRelease(rebuilder, release, levelOfPeriod(release) ?? 'week');
			}
			default:
				throw new Error('no such job');
		}
	};
	const worker = new Worker(
		RELEASES_QUEUE,
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
		if (err instanceof ReleaseBlocked)
			for (const { property } of err.cells) metrics.blocked.inc({ property });
		metrics.closings.inc({ outcome: 'failed' });
		logger.error({ job: job?.name, week: job?.data?.week, err }, 'a job failed');
	});
	await queue.setGlobalConcurrency(1);
	await queue.upsertJobScheduler(
		TICK,
		{ every: EVERY_MINUTE_MS },
		{ name: TICK, opts: { removeOnComplete: { count: 10 }, removeOnFail: { count: 100 } } },
	);
	return {
		close: async () => {
			await worker.close();
			await queue.close();
		},
	};
};
