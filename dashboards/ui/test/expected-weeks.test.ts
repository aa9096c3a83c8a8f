import { addWeeks } from '@vigie/schemas/calendar';
import { expect, test } from 'vitest';
import { canBeExpected, expectWeeks, type ReleasedWeeks } from '../src/expected-weeks.js';
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
