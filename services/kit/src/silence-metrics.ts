import { Gauge, type Registry } from 'prom-client';

/** SilenceMetrics are what an operator's rules look at. A party is a part of ours or a machine client's key, never a person. */
export interface SilenceMetrics {
	readonly alarm: Gauge<'kind' | 'party'>;
	readonly usual: Gauge<'kind' | 'party'>;
}

const gaugeOf = (metrics: Registry, name: string, help: string): Gauge<'kind' | 'party'> => {
	const known = metrics.getSingleMetric(name);
	// A service may listen to parties of two kinds, in the same figures.
	if (known instanceof Gauge) return known;
	return new Gauge({ name, help, labelNames: ['kind', 'party'], registers: [metrics] });
};

/** silenceMetrics gives the figures of a service's registry, made when they are asked for first. */
export const silenceMetrics = (metrics: Registry): SilenceMetrics => ({
	alarm: gaugeOf(metrics, 'silence_alarm', '1 while a party has been quiet for twice its usual interval'),
	usual: gaugeOf(metrics, 'silence_usual_seconds', 'Usual interval of a party, in the hours that count'),
});
