import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** PublisherMetrics are the figures by which an operator sees that weeks are closed; none tells how many cells are hidden. */
export interface PublisherMetrics {
	readonly releases: Counter<'level'>;
	readonly closings: Counter<'outcome'>;
	readonly blocked: Counter<'property'>;
	readonly seconds: Histogram;
	readonly waitSeconds: Gauge;
	readonly keysSeconds: Gauge;
	readonly signals: Counter<'outcome'>;
}

/** createPublisherMetrics makes the figures of a publisher. */
export const createPublisherMetrics = (registry: Registry): PublisherMetrics => {
	const registers = [registry];
	return {
		releases: new Counter({
			name: 'releases_total',
			help: 'Releases published',
			labelNames: ['level'],
			registers,
		}),
		closings: new Counter({
			name: 'closings_total',
			help: 'Closings by what became of them',
			labelNames: ['outcome'],
			registers,
		}),
		blocked: new Counter({
			name: 'release_cells_blocked_total',
			help: 'Cells for which the release gate kept a candidate from being published, by property',
			labelNames: ['property'],
			registers,
		}),
		seconds: new Histogram({
			name: 'release_seconds',
			help: 'Time to close a week and publish what it completes',
			buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
			registers,
		}),
		waitSeconds: new Gauge({
			name: 'release_wait_seconds',
			help: 'Time since the oldest unpublished week became due; 0 when none is',
			registers,
		}),
		keysSeconds: new Gauge({
			name: 'week_keys_made_timestamp_seconds',
			help: 'When the keys of the coming weeks were last seen to',
			registers,
		}),
		signals: new Counter({
			name: 'signals_total',
			help: 'Messages of the detector by what became of them at the door',
			labelNames: ['outcome'],
			registers,
		}),
	};
};
