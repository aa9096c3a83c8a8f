import type { WaitingSending } from '@vigie/schemas/settings';
import { type ConnectionOptions, type Job, Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { SendingFailed, SendingRefused } from '../sending/attempt.js';
import { Sending } from '../sending/due-sendings.js';
import type { Ending } from '../sending/record-delivery.js';
import { queuePrefix, REPORTS_QUEUE, SEND, TICK, TRIES } from './reports-queue.js';

export interface ReportsWorkerOptions {
	readonly connection: ConnectionOptions;
	readonly prefix: string;
	/** First wait before a message is tried again. */
	readonly waitMs: number;
	/** What the clock brings: lapses, and what else is due. */
	readonly tick: () => Promise<void>;
	readonly due: () => readonly Sending[];
	/** Sends; false when there is nobody to send to any more. */
	readonly carryOut: (sending: Sending, mayRepeat: boolean) => Promise<boolean>;
	readonly record: (sending: Sending, ending: Ending) => Promise<void>;
	readonly ticked: () => void;
	readonly counted: (channel: Sending['channel'], outcome: Ending['outcome'] | 'again') => void;
	readonly logger: Logger;
}

export interface ReportsWorker {
	/** enqueueDue puts what is due into the queue now, instead of at the next tick. */
	enqueueDue(): Promise<void>;
	/** progress tells how far the queue is with some messages; one that it does not know yet was not tried. */
	progress(sendings: readonly Sending[]): Promise<readonly WaitingSending[]>;
	close(): Promise<void>;
}

const EVERY_MINUTE_MS = 60_000;

const codeOf = (error: unknown): string =>
	error instanceof SendingRefused || error instanceof SendingFailed ? error.code : 'internal';

/**
 * openReportsWorker ticks each minute and sends. The queue is but clockwork: what must go out follows from the reports, so that one that forgets
 * is filled again. A message that was sent and not recorded is sent again under the same key.
 */
export const openReportsWorker = async (options: ReportsWorkerOptions): Promise<ReportsWorker> => {
	const { connection, waitMs, tick, due, carryOut, record, ticked, counted, logger } = options;
	const bull = { connection, prefix: queuePrefix(options.prefix) };
	const queue = new Queue(REPORTS_QUEUE, bull);
	queue.on('error', (err) => logger.warn({ err: { message: err.message } }, 'the queue is not reachable'));
	const enqueueDue = async (): Promise<void> => {
		await queue.addBulk(
			due().map((sending) => ({
				name: SEND,
				data: sending,
				opts: {
					// Once in the queue, whoever adds it.
					jobId: sending.key,
					attempts: TRIES,
					backoff: { type: 'exponential', delay: waitMs, jitter: 0.5 },
					removeOnComplete: true,
					removeOnFail: { count: 1_000 },
				},
			})),
		);
	};
	const send = async (job: Job): Promise<void> => {
		const sending = Sending.parse(job.data);
		// Started before and neither recorded nor failed: the process died meanwhile, perhaps after it had sent.
		const mayRepeat = job.attemptsStarted > job.attemptsMade + 1;
		const attempts = job.attemptsMade + 1;
		try {
			if (!(await carryOut(sending, mayRepeat))) return;
		} catch (error) {
			const isRefused = error instanceof SendingRefused;
			if (!isRefused && attempts < TRIES) {
				counted(sending.channel, 'again');
				throw new Error(codeOf(error));
			}
			const outcome = isRefused ? 'refused' : 'failed';
			counted(sending.channel, outcome);
			return record(sending, { outcome, reason: codeOf(error), attempts });
		}
		counted(sending.channel, 'delivered');
		await record(sending, { outcome: 'delivered', reason: null, attempts });
	};
	const handle = async (job: Job): Promise<void> => {
		switch (job.name) {
			case TICK:
				await tick();
				await enqueueDue();
				return ticked();
			case SEND:
				return send(job);
			default:
				throw new Error('no such job');
		}
	};
	const worker = new Worker(REPORTS_QUEUE, handle, {
		...bull,
		// A receiver that hangs must not hold up the others.
		concurrency: 8,
		maxStalledCount: 5,
		stalledInterval: 10_000,
		lockDuration: 30_000,
	});
	worker.on('error', (err) =>
		logger.warn({ err: { message: err.message } }, 'the worker cannot reach its queue'),
	);
	worker.on('failed', (job, err) => logger.warn({ job: job?.name, code: err.message }, 'a job failed'));
	await queue.upsertJobScheduler(
		TICK,
		{ every: EVERY_MINUTE_MS },
		{ name: TICK, opts: { removeOnComplete: { count: 10 }, removeOnFail: { count: 100 } } },
	);
	const progress = (sendings: readonly Sending[]): Promise<readonly WaitingSending[]> =>
		Promise.all(
			sendings.map(async ({ key, report, channel, recipient }) => {
				const job = await queue.getJob(key);
				const [attempts, reason] = [job?.attemptsMade ?? 0, job?.failedReason || null];
				return { report, channel, recipient, attempts, reason };
			}),
		);
	return {
		enqueueDue,
		progress,
		close: async () => {
			await worker.close();
			await queue.close();
		},
	};
};
