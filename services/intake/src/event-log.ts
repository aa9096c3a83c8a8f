import { ProblemError } from '@vigie/kit/problem-plugin';
import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { messageOf } from './event-messages.js';
import type { EventWriter } from './event-writer.js';
import type { IntakeMetrics } from './metrics.js';

/** EventLog writes to `events.v1`: every event acknowledged by all in-sync replicas, or an error and nothing kept. */
export interface EventLog {
	/** send rejects with `unavailable`, at once while there is no connection and after some seconds at the latest. */
	send(lane: number, events: readonly AdmittedEvent[]): Promise<void>;
	/** How many runs may be under way at a time, each in a lane of its own. */
	readonly lanes: number;
	close(): Promise<void>;
}

export interface EventLogOptions {
	readonly lanes: number;
	/** Opens the writer of one lane. */
	readonly openWriter: (onConnected: (connected: boolean) => void) => EventWriter;
	readonly metrics: Pick<IntakeMetrics, 'sending'>;
	readonly onConnected: (connected: boolean) => void;
}

const RETRY_AFTER_SECONDS = 5;

/** unavailable is the answer when Kafka does not acknowledge: the caller keeps the event and comes back. */
export const unavailable = (): ProblemError =>
	new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/** openEventLog opens a writer a lane: while one waits for its answer, another one encodes. */
export const openEventLog = (options: EventLogOptions): EventLog => {
	const { lanes, openWriter, metrics, onConnected } = options;
	const connected = new Set<number>();
	const writers = Array.from({ length: lanes }, (_none, lane) =>
		openWriter((now) => {
			if (now) connected.add(lane);
			else connected.delete(lane);
			onConnected(connected.size === lanes);
			// What one has waited for in vain, nobody should wait for again.
			if (!now) for (const writer of writers) writer.renew();
		}),
	);
	return {
		lanes,
		send: async (lane, events) => {
			if (!connected.has(lane)) throw unavailable();
			const over = metrics.sending(events.length);
			const acknowledged = (await writers[lane]?.write(events.map(messageOf))) ?? false;
			over(acknowledged);
			if (!acknowledged) throw unavailable();
		},
		close: async () => {
			await Promise.all(writers.map((writer) => writer.close()));
		},
	};
};
