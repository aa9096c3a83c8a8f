import { expect, test } from 'vitest';
import { metricsAsked } from './promql-names.js';

const namesIn = (expression: string) => metricsAsked(expression).map(({ name }) => name);

test.each([
	['up == 0', ['up']],
	[
		'sum by (le) (rate(a_seconds_bucket{le="5",reason="x y"}[5m])) > 0.2 * sum(b_total)',
		['a_seconds_bucket', 'b_total'],
	],
	['max by (topic, partition) (lag) > 0 unless min by (topic) (age) < 300', ['lag', 'age']],
	['histogram_quantile(0.99, sum(rate(c_bucket[$__rate_interval]))) or vector(0)', ['c_bucket']],
	['d - (d offset 1h or 0 * d) and on (x) group_left (y) e', ['d', 'd', 'd', 'e']],
	['time() - made_timestamp_seconds > 2 * 86400', ['made_timestamp_seconds']],
])('%s asks for its metrics and nothing else', (expression, names) => {
	expect(namesIn(expression)).toEqual(names);
});

test('the labels that a metric must have are found too', () => {
	expect(metricsAsked('rate(a{x="1", y=~"z", w="2"}[1m])')).toEqual([
		{ name: 'a', labels: { x: '1', w: '2' } },
	]);
});
