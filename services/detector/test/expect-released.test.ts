import { expectReleased } from '@vigie/detector/statistics/expect-released';
import type { WeeklySeries } from '@vigie/detector/statistics/weekly-series';
import { expect, it } from 'vitest';

const WEEKS = 104;
const scatter = (week: number): number => 1 + 0.04 * (((week * 7) % 5) - 2);
const seriesOf = (at: (week: number) => number, holidays: readonly number[] = []): WeeklySeries => ({
	counts: Array.from({ length: WEEKS }, (_, week) => Math.round(at(week) * scatter(week))),
	holidayShare: Array.from({ length: WEEKS }, (_, week) => (holidays.includes(week) ? 0.2 : 0)),
});
/** A network that grows fast for a year and a half, and is then complete. */
const grown = (week: number): number => 1_000 + 5_000 / (1 + Math.exp(-(week - 45) / 8));

it('follows a network that grew and then stands: what is expected neither flies on nor falls back to its first year', () => {
	const series = seriesOf(grown);

	for (let week = 26; week < WEEKS; week += 1) {
		const ratio = (expectReleased(series, week)?.mu ?? 0) / grown(week);
		expect(ratio, `week ${week}`).toBeGreaterThan(0.75);
		expect(ratio, `week ${week}`).toBeLessThan(1.25);
	}
});

it('expects a fifth less of a week with one holiday, and forgets it the week after', () => {
	const series = seriesOf(() => 500, [60, 90]);
	const expected = (week: number): number => expectReleased(series, week)?.mu ?? 0;

	expect(expected(90) / expected(89)).toBeGreaterThan(0.75);
	expect(expected(90) / expected(89)).toBeLessThan(0.85);
	expect(expected(89)).toBeGreaterThan(450);
});

it('says of a week the same whether or not the weeks before it were asked', () => {
	const asked = seriesOf(grown);
	for (let week = 0; week < 95; week += 1) expectReleased(asked, week);

	expect(expectReleased(asked, 95)).toEqual(expectReleased(seriesOf(grown), 95));
});

it('rests on few weeks as on a provisional reference, and on three years as on a season', () => {
	const long: WeeklySeries = {
		counts: Array.from({ length: 200 }, (_, week) =>
			Math.round(400 * (1 + 0.5 * Math.sin((2 * Math.PI * week) / 52.18)) * scatter(week)),
		),
	};

	expect(expectReleased(long, 5)?.rung).toBe('provisional');
	expect(expectReleased(long, 100)?.model).toBe('movingLevel');
	expect(expectReleased(long, 180)?.model).toBe('harmonic');
});

it('does not take an outage for what is expected next, and takes a new level for it within three months', () => {
	const peak = seriesOf((week) => (week === 90 ? 900 : 300));
	const shifted = seriesOf((week) => (week >= 80 ? 500 : 300));
	const expected = (series: WeeklySeries, week: number): number => expectReleased(series, week)?.mu ?? 0;

	expect(expected(peak, 91)).toBeLessThan(1.6 * 300);
	expect(expected(peak, 95)).toBeLessThan(1.2 * 300);
	expect(expected(shifted, 93)).toBeGreaterThan(0.9 * 500);
	expect(expected(shifted, 93)).toBeLessThan(1.1 * 500);
});
