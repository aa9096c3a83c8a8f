import { addWeeks } from '@vigie/schemas/calendar';
import { expect, test } from 'vitest';
import { canBeExpected, expectSum, expectWeeks, type ReleasedWeeks } from '../src/expected-weeks.js';
import { consecutiveWeeks } from '../src/released-weeks.js';
import { manifests } from './support/published-fixture.js';

const WEEKS = 104;
const weeks = Array.from({ length: WEEKS }, (_, rank) => addWeeks('2026-W47', rank + 1 - WEEKS));
const series = (at: (rank: number) => number | null): ReleasedWeeks => ({
	weeks,
	values: weeks.map((_, rank) => at(rank)),
	k: 16,
});
/** A year that rises and falls, with a small fixed scatter. */
const seasonal = (rank: number): number =>
	Math.round(200 * (1 + 0.3 * Math.sin((2 * Math.PI * rank) / 52)) + 6 * (((rank * 7) % 5) - 2));

test('each week is expected from those before it: a peak changes nothing of what was expected of it, and is above the threshold', async () => {
	const [calm] = await expectWeeks(series(seasonal), WEEKS - 1);
	const [peak] = await expectWeeks(
		series((rank) => (rank === WEEKS - 1 ? 900 : seasonal(rank))),
		WEEKS - 1,
	);

	expect(peak).toEqual(calm);
	expect(calm?.expected).toBeGreaterThan(0.85 * seasonal(WEEKS - 1));
	expect(calm?.expected).toBeLessThan(1.15 * seasonal(WEEKS - 1));
	expect(calm?.threshold).toBeLessThan(900);
	expect((calm?.low ?? 0) < (calm?.expected ?? 0) && (calm?.expected ?? 0) < (calm?.high ?? 0)).toBe(true);
});

test('a week that is not published counts for half of what would be; from a fifth of them on there is no line', async () => {
	const few = series((rank) => (rank % 10 === 0 ? null : seasonal(rank)));
	const many = series((rank) => (rank % 4 === 0 ? null : seasonal(rank)));

	expect([canBeExpected(few), canBeExpected(many)]).toEqual([true, false]);
	expect((await expectWeeks(few, WEEKS - 4)).every((week) => week !== null)).toBe(true);
	expect(await expectWeeks(many, WEEKS - 2)).toEqual([null, null]);
});

test('a world of a few weeks has a provisional reference, and none without any week before', async () => {
	const young = { weeks: weeks.slice(0, 6), values: [20, 21, 22, 20, 21, 22], k: 16 };
	const [first, ...others] = await expectWeeks(young, 0);

	expect(first).toBeNull();
	expect(others.every((week) => week?.isProvisional)).toBe(true);
});

test('a model counts weeks: what came before a missing week is left out', () => {
	const without = manifests.filter(({ release }) => release !== '2026-W40');

	expect(consecutiveWeeks(without).map(({ release }) => release)[0]).toBe('2026-W41');
	expect(consecutiveWeeks(manifests)).toHaveLength(60);
});

test('the last weeks together are held against those before them alone: what happens in them changes nothing of what was expected', () => {
	const steady = series(() => 50);
	const raised = series((rank) => (rank >= WEEKS - 4 ? 150 : 50));

	expect(expectSum(raised, 4)).toEqual(expectSum(steady, 4));
	expect(expectSum(steady, 4)?.expected).toBeGreaterThan(170);
	expect(expectSum(steady, 4)?.expected).toBeLessThan(230);
	expect(expectSum(steady, 4)?.high).toBeLessThan(4 * 150);
});

test('months are held against months, the longer ones for longer', () => {
	const months = [
		'2026-M01',
		'2026-M02',
		'2026-M03',
		'2026-M04',
		'2026-M05',
		'2026-M06',
		'2026-M07',
		'2026-M08',
		'2026-M09',
	];
	const values = [400, 400, 500, 400, 400, 500, 400, 400, 500];

	expect(expectSum({ weeks: months, values, k: 16 }, 1)?.expected).toBeGreaterThan(450);
	expect(expectSum({ weeks: months, values, k: 16 }, 1)?.expected).toBeLessThan(550);
});

test('a series with a hidden number among the last, too many before, or less than eight before, is held against nothing', () => {
	const hiddenLast = series((rank) => (rank === WEEKS - 2 ? null : 50));
	const oftenHidden = series((rank) => (rank % 4 === 0 ? null : 50));
	const short = { weeks: weeks.slice(0, 11), values: Array.from({ length: 11 }, () => 50), k: 16 };

	expect([hiddenLast, oftenHidden, short].map((one) => expectSum(one, 4))).toEqual([null, null, null]);
});
