import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** LoaderMetrics are the figures by which an operator sees that events reach the store. */
export interface LoaderMetrics {
	readonly lag: Gauge<'topic' | 'partition'>;
	readonly insertRows: Histogram;
	readonly insertSeconds: Histogram;
	readonly eventAge: Histogram;
	readonly deadLetters: Counter<'reason'>;
	readonly reprocessed: Counter;
	/** committed notes that a partition's position was committed at this instant (ms). */
	committed(topic: string, partition: number, atMs: number): void;
}

/** createLoaderMetrics makes the figures; `nowMs` gives the machine's time, to tell the age of the last commit. */
export const createLoaderMetrics = (registry: Registry, nowMs: () => number): LoaderMetrics => {
	const registers = [registry];
	const commits = new Map<string, { topic: string; partition: number; atMs: number }>();
	new Gauge({
		name: 'consumer_last_commit_age_seconds',
		help: 'Time since the position of a partition was last committed',
		labelNames: ['topic', 'partition'],
		registers,
		collect() {
			for (const { topic, partition, atMs } of commits.values())
				this.set({ topic, partition }, (nowMs() - atMs) / 1000);
		},
	});
	return {
		lag: new Gauge({
			name: 'consumer_lag',
			help: 'Messages of a partition that are not committed yet',
			labelNames: ['topic', 'partition'],
			registers,
		}),
		insertRows: new Histogram({
			name: 'insert_rows',
			help: 'Rows of an insert into private.events',
			buckets: [1, 10, 100, 1_000, 5_000, 10_000, 20_000, 50_000],
			registers,
		}),
		insertSeconds: new Histogram({
			name: 'insert_seconds',
			help: 'Time of an insert into private.events, retries left out',
			buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
			registers,
		}),
		// A slot is a quarter of an hour: nothing finer is known of an event.
		eventAge: new Histogram({
			name: 'event_age_at_insert_seconds',
			help: 'Age of the oldest event of an insert, from the start of its reception slot',
			buckets: [900, 1_800, 3_600, 21_600, 86_400, 604_800],
			registers,
		}),
		deadLetters: new Counter({
			name: 'dead_letters_total',
			help: 'Messages that could not be stored, by reason',
			labelNames: ['reason'],
			registers,
		}),
		reprocessed: new Counter({
			name: 'events_reprocessed_total',
			help: 'Messages read again after they had been stored: after a crash or a rebalance',
			registers,
		}),
		committed: (topic, partition, atMs) =>
			void commits.set(`${topic}:${partition}`, { topic, partition, atMs }),
	};
};
