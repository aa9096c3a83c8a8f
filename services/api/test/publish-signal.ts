import type { TestClickHouse } from '@vigie/test/engines';

/** signalPublisher publishes signals as the publisher's door would: an outage of ANTS in France, but for what a test changes; it says when. */
export const signalPublisher = (clickhouse: TestClickHouse, when: { onset: number; asOf: number }) => {
	const publisher = clickhouse.clientOf('publisher');
	return async (change: Record<string, unknown>): Promise<void> => {
		const signal = {
			id: 'a'.repeat(32),
			version: 1,
			world: 'demo',
			transition: 'opened',
			family: 'outage',
			level: 'signal',
			verdict: null,
			platform: 'ANTS',
			step: null,
			kind: null,
			territory: 'FR',
			...when,
			durationMinutes: (when.asOf - when.onset) / 60,
			band: '6-9',
			sentenceKey: 'outage.country.signal',
			sentenceParameters: { platform: 'ANTS' },
			modelName: 'm',
			modelVersion: '1',
			...change,
		};
		await publisher.insert({ table: 'published.signals', values: [signal], format: 'JSONEachRow' });
	};
};
