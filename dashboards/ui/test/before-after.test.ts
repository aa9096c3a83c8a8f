import { addWeeks } from '@vigie/schemas/calendar';
import { expect, test } from 'vitest';
import { compareBeforeAfter } from '../src/before-after.js';
import type { ReleasedWeeks } from '../src/expected-weeks.js';

const WEEKS = 104;
const VARIANCE = 4;
const weeks = Array.from({ length: WEEKS }, (_, rank) => addWeeks('2026-W47', rank + 1 - WEEKS));
const series = (at: (rank: number) => number | null): ReleasedWeeks => ({
	weeks,
	values: weeks.map((_, rank) => at(rank)),
	k: 16,
});
const seasonal = (rank: number): number =>
	Math.round(200 * (1 + 0.3 * Math.sin((2 * Math.PI * rank) / 52)) + 6 * (((rank * 7) % 5) - 2));
const AT = WEEKS - 5;
const week = weeks[AT] ?? '';
const compare = (at: (rank: number) => number | null, of = week) =>
	compareBeforeAfter(series(at), of, VARIANCE);

test('what follows its season alone has not changed, whatever the season does meanwhile', () => {
	const found = compare(seasonal);

	expect(found).toMatchObject({ before: 4, after: 4 });
	if (typeof found === 'string') throw new Error(found);
	expect(found.low < 1 && 1 < found.high).toBe(true);
	expect(found.ratio).toBeGreaterThan(0.9);
	expect(found.ratio).toBeLessThan(1.1);
});

test('halved after a deployment it is told so, and one is not within the interval', () => {
	const found = compare((rank) => Math.round(seasonal(rank) * (rank > AT ? 0.5 : 1)));

	if (typeof found === 'string') throw new Error(found);
	expect(found.ratio).toBeGreaterThan(0.42);
	expect(found.ratio).toBeLessThan(0.58);
	expect(found.high).toBeLessThan(1);
});

test('the week of the deployment itself counts for neither side', () => {
	expect(compare((rank) => (rank === AT ? 5_000 : seasonal(rank)))).toEqual(compare(seasonal));
});

test('the noise of what is published widens the interval', () => {
	const small = (rank: number): number => Math.round(seasonal(rank) / 8);
	const noisy = compareBeforeAfter(series(small), week, 100);
	const plain = compareBeforeAfter(series(small), week, 0);
	if (typeof noisy === 'string' || typeof plain === 'string') throw new Error('not compared');

	expect(noisy.high - noisy.low).toBeGreaterThan(plain.high - plain.low);
});

test('too early, too little published, no history: nothing is said, and why', () => {
	expect(compare(seasonal, weeks.at(-1))).toBe('too-early');
	expect(compare(seasonal, '2031-W01')).toBe('too-early');
	expect(compare((rank) => (rank === AT + 2 ? null : seasonal(rank)))).toBe('hidden');
	expect(compare(seasonal, weeks[3])).toBe('no-history');
});
