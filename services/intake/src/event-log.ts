import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { Message, Producer } from 'kafkajs';
import type { Logger } from 'pino';
import type { IntakeMetrics } from './metrics.js';
import { within } from './within.js';

/** EventLog writes to `events.v1`: every message acknowledged by all in-sync replicas, or an error and nothing kept. */
export interface EventLog {
	/** send rejects with `unavailable`, at once while there is no connection and after DEADLINE_MS at the latest. */
	send(messages: Message[]): Promise<void>;
	close(): Promise<void>;
}

export interface EventLogOptions {
	readonly topic: string;
	/** Makes a producer; idempotent, one request in flight. */
	readonly createProducer: () => Producer;
	readonly logger: Logger;
	readonly metrics: Pick<IntakeMetrics, 'sending'>;
	readonly onConnected: (connected: boolean) => void;
}

const DEADLINE_MS = 5_000;
const RETRY_AFTER_SECONDS = 5;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/** unavailable is the answer when Kafka does not acknowledge: the caller keeps the event and comes back. */
export const unavailable = (): ProblemError =>
	new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/** openEventLog connects in the background and again after every failure; `close` ends it. */
export const openEventLog = (options: EventLogOptions): EventLog => {
	const { topic, createProducer, logger, metrics, onConnected } = options;
	let producer: Producer | null = null;
	const closing = new AbortController();

	const discard = (failed: Producer): void =>
		void failed.disconnect().catch((err: unknown) => logger.debug({ err }, 'a discarded producer'));

	const connect = async (): Promise<void> => {
		let waitMs = FIRST_WAIT_MS;
		while (!closing.signal.aborted) {
			const candidate = createProducer();
			try {
				await within(DEADLINE_MS, candidate.connect());
				producer = candidate;
				onConnected(true);
				return;
			} catch (err) {
				logger.warn({ err }, 'Kafka is not reachable');
				discard(candidate);
				await delay(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
				waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
			}
		}
	};
	let connecting = connect();

	/**
	 * A producer that failed is never used again: it would give the sequence numbers of a batch that may have been stored to the
	 * next batch, which the broker would then take for a repetition and drop.
	 */
	const replace = (failed: Producer): void => {
		if (producer !== failed) return;
		producer = null;
		onConnected(false);
		discard(failed);
		connecting = connect();
	};

	return {
		send: async (messages) => {
			const current = producer;
			if (!current) throw unavailable();
			const over = metrics.sending(messages.length);
			try {
				await within(DEADLINE_MS, current.send({ topic, messages, acks: -1 }));
				over(true);
			} catch (err) {
				over(false);
				logger.error({ err, messages: messages.length }, 'Kafka did not acknowledge');
				replace(current);
				throw unavailable();
			}
		},
		close: async () => {
			closing.abort();
			await connecting;
			await producer?.disconnect();
		},
	};
};
