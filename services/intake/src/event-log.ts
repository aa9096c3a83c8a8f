import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { writeLines } from './kafka-records.js';
import { FromKafkaThread, type KafkaThreadData, type ToKafkaThread } from './kafka-thread-messages.js';
import type { IntakeMetrics } from './metrics.js';
import { within } from './within.js';

/** EventLog writes to `events.v1`: every event acknowledged by all in-sync replicas, or an error and nothing kept. */
export interface EventLog {
	/** send rejects with `unavailable`, at once while there is no connection and after DEADLINE_MS at the latest. */
	send(lane: number, events: readonly AdmittedEvent[]): Promise<void>;
	/** How many runs may be under way at a time, each in a lane of its own. */
	readonly lanes: number;
	/** failed rejects when the thread that writes died: nothing else can write. */
	readonly failed: Promise<never>;
	close(): Promise<void>;
}

export interface EventLogOptions {
	readonly thread: KafkaThreadData;
	/** Arguments of Node for the thread; those of this process unless given. */
	readonly execArgv: string[] | undefined;
	readonly metrics: Pick<IntakeMetrics, 'sending'>;
	readonly onConnected: (connected: boolean) => void;
}

/** Longer than the thread's own, which answers in time unless it hangs altogether. */
const DEADLINE_MS = 6_000;
const RETRY_AFTER_SECONDS = 5;
/**
 * Young memory of the thread. What kafkajs allocates are buffers, which lie outside it: with much room it fills slowly, nothing
 * frees them, and V8 marks the whole heap ten times a second instead, at a tenth of all that an event costs.
 */
const YOUNG_MB = 4;

/** unavailable is the answer when Kafka does not acknowledge: the caller keeps the event and comes back. */
export const unavailable = (): ProblemError =>
	new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/** openEventLog starts the thread that connects to Kafka and writes; `close` ends it. */
export const openEventLog = (options: EventLogOptions): EventLog => {
	const { thread, execArgv, metrics, onConnected } = options;
	// Its neighbour, as this module is: compiled, or a source in tests.
	const entry = new URL(`./kafka-thread${extname(import.meta.url)}`, import.meta.url);
	// This process has its own already; a thread started from here on takes the present one.
	setFlagsFromString(`--max-semi-space-size=${YOUNG_MB}`);
	const worker = new Worker(entry, { workerData: thread, ...(execArgv ? { execArgv } : {}) });
	const tell = (message: ToKafkaThread): void => worker.postMessage(message);
	const written = new Map<number, (acknowledged: boolean) => void>();
	const connected = new Set<number>();
	let closing = false;
	let lastRun = 0;

	const setConnected = (lane: number, now: boolean): void => {
		if (now) connected.add(lane);
		else connected.delete(lane);
		onConnected(connected.size === thread.lanes);
	};
	worker.on('message', (data: unknown) => {
		const message = FromKafkaThread.parse(data);
		if (message.kind === 'connected') setConnected(message.lane, message.connected);
		else written.get(message.run)?.(message.acknowledged);
	});
	let fault: Error | null = null;
	worker.on('error', (err) => {
		fault = err;
	});
	const ended = new Promise<void>((resolve, reject) => {
		worker.once('exit', () => {
			connected.clear();
			onConnected(false);
			for (const settle of written.values()) settle(false);
			if (closing && !fault) resolve();
			else reject(fault ?? new Error('the thread that writes to Kafka ended'));
		});
	});
	const failed = ended.then(() => new Promise<never>(() => undefined));
	// Whoever starts intake listens to it; a test may not.
	failed.catch(() => undefined);

	const write = async (lane: number, events: readonly AdmittedEvent[]): Promise<boolean> => {
		lastRun += 1;
		const run = lastRun;
		const answer = new Promise<boolean>((resolve) => written.set(run, resolve));
		tell({ kind: 'write', lane, run, lines: writeLines(events) });
		return within(DEADLINE_MS, answer)
			.catch(() => false)
			.finally(() => written.delete(run));
	};

	return {
		lanes: thread.lanes,
		send: async (lane, events) => {
			if (!connected.has(lane)) throw unavailable();
			const over = metrics.sending(events.length);
			const acknowledged = await write(lane, events);
			over(acknowledged);
			if (!acknowledged) throw unavailable();
		},
		failed,
		close: () => {
			closing = true;
			tell({ kind: 'close' });
			return ended;
		},
	};
};
