import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { ReportEvent } from '@vigie/schemas/reports/report-event';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { followLog } from './follow-log.js';
import type { ReportWriter } from './report-log.js';

/** ReportBook holds every report in memory, as the log makes it and nothing else, and is the only way to write to it. */
export interface ReportBook {
	find(id: string): Report | null;
	all(): Iterable<Report>;
	/**
	 * change computes events from the reports as they stand and writes them, one change after the other. It resolves when they were read back: whoever
	 * asked sees its own write. It rejects with `unavailable` when Kafka does not answer; then the log alone knows, and is read again.
	 */
	change(compute: () => readonly ReportEvent[]): Promise<void>;
	readonly failed: Promise<never>;
	close(): Promise<void>;
}

const READ_BACK_MS = 15_000;
const RETRY_AFTER_SECONDS = 5;

const isShutOut = (error: unknown): boolean =>
	error instanceof Error &&
	'type' in error &&
	['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED'].includes(String(error.type));

/** openReportBook takes the log over, reads all of it, and follows it. */
export const openReportBook = async (
	kafka: Kafka,
	topic: string,
	writer: ReportWriter,
	logger: Logger,
	heard: () => void = () => undefined,
): Promise<ReportBook> => {
	const reports = new Map<string, Report>();
	const follower = await followLog(
		kafka,
		topic,
		(event) => {
			reports.set(event.report, applyEvent(reports.get(event.report) ?? null, event));
		},
		heard,
	);
	let shutOut: (error: unknown) => void = () => undefined;
	const lost = new Promise<never>((_resolve, reject) => {
		shutOut = reject;
	});
	lost.catch(() => undefined);
	const failed = Promise.race([follower.failed, lost]);
	failed.catch(() => undefined);

	const readBack = async (offset: bigint): Promise<void> => {
		const timer = new AbortController();
		const late = delay(READ_BACK_MS, undefined, { signal: timer.signal }).then(() => {
			throw new ProblemError('not_visible_yet', { retryAfterSeconds: RETRY_AFTER_SECONDS });
		});
		late.catch(() => undefined);
		await Promise.race([follower.waitFor(offset), failed, late]).finally(() => timer.abort());
	};
	const begin = async (): Promise<void> => readBack(await writer.begin());
	await begin();

	/** After a failure nobody knows what stands: the log is taken over again, and says so. */
	let mustBegin = false;
	const write = async (compute: () => readonly ReportEvent[]): Promise<void> => {
		try {
			if (mustBegin) await begin();
			mustBegin = false;
			const events = compute();
			if (events.length === 0) return;
			mustBegin = true;
			await readBack(await writer.write(events));
			mustBegin = false;
		} catch (error) {
			if (error instanceof ProblemError) throw error;
			logger.error({ err: error }, 'the reports could not be written');
			// Another writer has begun: this process must write no more.
			if (isShutOut(error)) shutOut(error);
			throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
		}
	};
	let turn: Promise<unknown> = Promise.resolve();
	return {
		find: (id) => reports.get(id) ?? null,
		all: () => reports.values(),
		change: (compute) => {
			const mine = turn.then(() => write(compute));
			turn = mine.catch(() => undefined);
			return mine;
		},
		failed,
		close: async () => {
			await turn;
			await writer.close();
			await follower.close();
		},
	};
};
