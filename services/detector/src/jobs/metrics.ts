import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** DetectorMetrics are the figures by which an operator sees that the detector works; none tells of which series. */
export interface DetectorMetrics {
	readonly runs: Counter<'kind' | 'outcome'>;
	readonly seconds: Histogram<'kind'>;
	readonly series: Gauge<'kind'>;
	readonly weeksToJudge: Gauge;
	readonly open: Gauge<'family' | 'level'>;
	readonly signals: Counter<'family' | 'transition'>;
}

/** createDetectorMetrics makes the figures of a detector. */
export const createDetectorMetrics = (registry: Registry): DetectorMetrics => {
	const registers = [registry];
	return {
		runs: new Counter({
			name: 'detector_runs_total',
			help: 'Runs by what became of them',
			labelNames: ['kind', 'outcome'],
			registers,
		}),
		seconds: new Histogram({
			name: 'detector_run_seconds',
			help: 'Time of a run',
			labelNames: ['kind'],
			buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
			registers,
		}),
		series: new Gauge({
			name: 'detector_series',
			help: 'Series that the last run followed',
			labelNames: ['kind'],
			registers,
		}),
		weeksToJudge: new Gauge({
			name: 'detector_weeks_to_judge',
			help: 'Closed weeks that were not judged yet',
			registers,
		}),
		open: new Gauge({
			name: 'signals_open',
			help: 'Signals of closed weeks that stand, by family and level; a silence is a département where few report',
			labelNames: ['family', 'level'],
			registers,
		}),
		signals: new Counter({
			name: 'detector_signals_total',
			help: 'Versions of signals by family and by what happened to the signal',
			labelNames: ['family', 'transition'],
			registers,
		}),
	};
};
