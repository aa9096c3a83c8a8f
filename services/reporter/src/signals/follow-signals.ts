import { quickReturn } from '@vigie/kit/kafka';
import { whileBeating } from '@vigie/kit/while-beating';
import type { Report } from '@vigie/schemas/reports/report';
import { PublishedSignal } from '@vigie/schemas/signal';
import type { Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { ReportBook } from '../log/report-book.js';
import { eventsOf } from '../reports/events-of.js';
import { factsOfSignal } from './facts-of-signal.js';

/** SignalFollower reads what was published of signals; each one does to the reports what it must, once. */
export interface SignalFollower {
	readonly failed: Promise<never>;
	close(): Promise<void>;
}

export interface SignalFollowing {
	readonly kafka: Kafka;
	readonly topic: string;
	readonly groupId: string;
	readonly book: ReportBook;
	/** When what a signal did is said to have happened; a demonstration tells its past at its own time, and lets it go by until then. */
	readonly timeOf: (signal: PublishedSignal) => Promise<Date>;
	/** Called when a report was opened, reassigned or reopened: somebody must be told. */
	readonly onChange: () => void;
	readonly onReady: (ready: boolean) => void;
	readonly logger: Logger;
}

const readSignal = ({ value }: KafkaMessage): PublishedSignal | null => {
	try {
		return PublishedSignal.parse(JSON.parse(value?.toString('utf8') ?? ''));
	} catch {
		return null;
	}
};

/** A life goes forward: what is said late of a demonstration's past comes after what was written since. */
const notBefore = (report: Report | null, at: Date): Date =>
	new Date(Math.max(at.getTime(), Date.parse(report?.life.at(-1)?.at ?? '') || 0));

/** followSignals commits a signal's place only after what it did is in the log: a signal read twice does nothing the second time. */
export const followSignals = async (options: SignalFollowing): Promise<SignalFollower> => {
	const { kafka, topic, groupId, book, timeOf, onChange, onReady, logger } = options;
	const consumer = kafka.consumer({
		groupId,
		allowAutoTopicCreation: false,
		...quickReturn,
		maxWaitTimeInMs: 500,
	});
	consumer.on(consumer.events.GROUP_JOIN, () => onReady(true));
	consumer.on(consumer.events.DISCONNECT, () => onReady(false));
	const failed = new Promise<never>((_resolve, reject) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => {
			onReady(false);
			if (!payload.restart) reject(payload.error);
		});
	});
	failed.catch(() => undefined);
	const apply = async (signal: PublishedSignal): Promise<void> => {
		let changed = false;
		const at = await timeOf(signal);
		await book.change(() => {
			const effect = factsOfSignal(signal, book.all());
			if (effect === null) return [];
			changed = true;
			const { report, id, facts, actor } = effect;
			return eventsOf(report ?? { id, version: 0 }, facts, { kind: actor }, notBefore(report, at));
		});
		if (changed) onChange();
	};
	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({
		autoCommit: false,
		eachBatchAutoResolve: false,
		eachBatch: async ({ batch, heartbeat, isRunning, isStale, resolveOffset, commitOffsetsIfNecessary }) => {
			for (const message of batch.messages) {
				if (!isRunning() || isStale()) return;
				const signal = readSignal(message);
				// What a demonstration lets go by first may take longer than a session.
				if (signal) await whileBeating(apply(signal), { heartbeat });
				else logger.error({ offset: message.offset }, 'a published signal is unreadable: left out');
				await heartbeat();
				const offset = (BigInt(message.offset) + 1n).toString();
				await commitOffsetsIfNecessary({
					topics: [{ topic, partitions: [{ partition: batch.partition, offset }] }],
				});
				resolveOffset(message.offset);
			}
		},
	});
	return { failed, close: () => consumer.disconnect() };
};
