import { type ConnectionOptions, Queue, QueueEvents } from 'bullmq';
import {
	CLOSE_WEEK,
	CloseJob,
	CloseResult,
	queuePrefix,
	REBUILD,
	RELEASES_QUEUE,
	RebuildJob,
	RebuildResult,
} from './jobs/close-job.js';
import type { Rebuilt } from './release/rebuild.js';

/** CloseQueue asks the running publisher to close weeks, in the order of the calls. */
export interface CloseQueue {
	/** close enqueues a closing and resolves when it ended; a week already asked for is not asked twice. Rejects when it failed. */
	close(job: CloseJob): Promise<CloseResult>;
	/** rebuild asks for a release to be computed again from its frozen facts, and resolves when it was. */
	rebuild(job: RebuildJob): Promise<Rebuilt>;
	/** hasPublisher tells whether a publisher listens to this queue. */
	hasPublisher(): Promise<boolean>;
	/** end lets go of the queue; jobs already enqueued go on. */
	end(): Promise<void>;
}

export interface CloseQueueOptions {
	readonly connection: ConnectionOptions;
	/** VIGIE_TOPIC_PREFIX. */
	readonly prefix: string;
}

// Kept long enough to be looked at, never for ever.
const keep = {
	removeOnComplete: { age: 86_400, count: 500 },
	removeOnFail: { age: 7 * 86_400, count: 500 },
} as const;

/** closeOptions are how every closing is enqueued: once at a time a week. The handler can run again; failures are tried thrice. */
export const closeOptions = (week: string) => ({
	...keep,
	attempts: 3,
	backoff: { type: 'fixed', delay: 1_000 },
	deduplication: { id: `close-${week}` },
});

/** openCloseQueue opens the queue. The order holds as long as no closing fails: one that comes too early is refused, not done. */
export const openCloseQueue = ({ connection, prefix }: CloseQueueOptions): CloseQueue => {
	const options = { connection, prefix: queuePrefix(prefix) };
	const queue = new Queue(RELEASES_QUEUE, options);
	const events = new QueueEvents(RELEASES_QUEUE, options);
	// Both try again by themselves; whoever waits on a job hears of it by its own error.
	queue.on('error', () => undefined);
	events.on('error', () => undefined);
	return {
		close: async (job) => {
			const parsed = CloseJob.parse(job);
			await events.waitUntilReady();
			const added = await queue.add(CLOSE_WEEK, parsed, closeOptions(parsed.week));
			return CloseResult.parse(await added.waitUntilFinished(events));
		},
		rebuild: async (job) => {
			await events.waitUntilReady();
			const added = await queue.add(REBUILD, RebuildJob.parse(job), keep);
			return RebuildResult.parse(await added.waitUntilFinished(events));
		},
		hasPublisher: async () => (await queue.getWorkersCount()) > 0,
		end: async () => {
			await events.close();
			await queue.close();
		},
	};
};
