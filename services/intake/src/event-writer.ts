import { setTimeout as delay } from 'node:timers/promises';
import type { Message, Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { within } from './within.js';

/** EventWriter holds the connection to Kafka that events are written through. */
export interface EventWriter {
	/** write tells whether all in-sync replicas acknowledged every message; false at once while there is no connection. */
	write(messages: Message[]): Promise<boolean>;
	/** renew connects again unless something is being written: another writer found out that Kafka is away. */
	renew(): void;
	close(): Promise<void>;
}

export interface EventWriterOptions {
	readonly topic: string;
	/** Makes a producer; idempotent, one request in flight. */
	readonly createProducer: () => Producer;
	readonly logger: Logger;
	readonly onConnected: (connected: boolean) => void;
}

const DEADLINE_MS = 5_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 500;

/** openEventWriter connects in the background and again after every failure; `close` ends it. */
export const openEventWriter = (options: EventWriterOptions): EventWriter => {
	const { topic, createProducer, logger, onConnected } = options;
	let producer: Producer | null = null;
	let writing = 0;
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
		write: async (messages) => {
			const current = producer;
			if (!current) return false;
			writing += 1;
			try {
				await within(DEADLINE_MS, current.send({ topic, messages, acks: -1 }));
				return true;
			} catch (err) {
				logger.error({ err, messages: messages.length }, 'Kafka did not acknowledge');
				replace(current);
				return false;
			} finally {
				writing -= 1;
			}
		},
		renew: () => {
			if (producer && writing === 0) replace(producer);
		},
		close: async () => {
			closing.abort();
			await connecting;
			await producer?.disconnect();
		},
	};
};
