import { readFileSync } from 'node:fs';
import { expectByFarrington } from '@vigie/detector/statistics/farrington-flexible';
import { judge } from '@vigie/detector/statistics/judgement';
import type { WeeklySeries } from '@vigie/detector/statistics/weekly-series';
import { describe, expect, it } from 'vitest';

const linesOf = (file: string): string[][] =>
	readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.map((line) => line.split(','));

const seriesByName = new Map<string, WeeklySeries>(
	linesOf('farrington-series.csv').map(([name = '', firstDay = '', ...counts]) => [
		name,
		{ counts: counts.map(Number), ...(firstDay ? { firstDay } : {}) },
	]),
);
const bounds = linesOf('farrington-bounds.csv').slice(1);

describe('the Farrington mode, held to R', () => {
	it.each([...seriesByName.keys()])('gives the very upper bounds of farringtonFlexible on %s', (name) => {
		const series = seriesByName.get(name) ?? { counts: [] };
		const rows = bounds.filter(([of]) => of === name);

		expect(rows).toHaveLength(49);
		for (const [, week, upper, mu, phi, p, trend] of rows) {
			const expected = expectByFarrington(series, Number(week));
			// R does not converge on a series without any event, and says so.
			if (upper === 'NA') {
				expect(expected).toBeNull();
				continue;
			}
			if (!expected) throw new Error(`nothing was fitted at week ${week}`);
			const judged = judge(series.counts[Number(week)] ?? 0, expected);
			expect({ week, bound: judged.bound, trend: expected.trend }).toEqual({
				week,
				bound: Number(upper),
				trend: trend === '1',
			});
			expect(Math.abs(expected.mu - Number(mu))).toBeLessThanOrEqual(1e-6 * Number(mu) + 1e-8);
			expect(Math.abs(expected.phi / Number(phi) - 1)).toBeLessThan(1e-5);
			expect(Math.abs(judged.p - Number(p))).toBeLessThan(1e-5 * Number(p) + 1e-12);
		}
	});
});
