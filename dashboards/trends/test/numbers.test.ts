import { axisOf } from '@vigie/dashboard-ui/axis';
import { classesOf, classOf } from '@vigie/dashboard-ui/classes';
import { ticksOf } from '@vigie/dashboard-ui/month-ticks';
import { plusOrMinus, sharePoints } from '@vigie/dashboard-ui/uncertainty';
import { expect, test } from 'vitest';
import { sharesOf } from '../src/logic/shares.js';
import { softHyphens } from '../src/logic/soft-hyphens.js';

test('one cell is ± 4, and a sum of m cells ± 2 √(4 m)', () => {
	expect([1, 2, 4, 13].map((cells) => plusOrMinus(cells, 4))).toEqual([4, 6, 8, 14]);
});

test('a share is never told as exact', () => {
	expect(sharePoints(0.3, 6000, 4)).toBe(1);
	expect(sharePoints(0.3, 100, 4)).toBe(4);
});

test('an axis has at most five round lines, and holds the highest bar', () => {
	expect(axisOf(6751)).toEqual([2000, 4000, 6000, 8000]);
	expect(axisOf(117)).toEqual([25, 50, 75, 100, 125]);
	expect(axisOf(0)).toEqual([5, 10, 15, 20]);
	for (const most of [21, 99, 101, 999, 1234, 98_765]) {
		const lines = axisOf(most);
		expect(lines.length).toBeLessThanOrEqual(5);
		expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
	}
});

test('classes are round, and the most reported always bears the last one', () => {
	const values = Array.from({ length: 60 }, (_, index) => 16 + index * 7);
	const classes = classesOf(values);

	expect(classes).toHaveLength(5);
	expect(classOf(classes, Math.max(...values))).toBe(5);
	expect(classOf(classes, 16)).toBe(0);
});

test('few numbers make few classes, the darkest for the most', () => {
	const classes = classesOf([20, 300]);

	expect(classOf(classes, 300)).toBe(5);
	expect(classOf(classes, 20)).toBeLessThan(5);
});

test('shares are of what is displayed, most first', () => {
	const shares = sharesOf([
		{ code: 'A', y: 20 },
		{ code: 'B', y: null },
		{ code: 'C', y: 60 },
	]);

	expect(shares).toEqual([
		{ code: 'C', count: 60, share: 0.75 },
		{ code: 'A', count: 20, share: 0.25 },
	]);
});

test('only long words of a heading may break', () => {
	expect(softHyphens('Identification')).toBe('Identi\u00ADfication');
	expect(softHyphens('Création du compte')).toBe('Création du compte');
});

test('a week belongs to the month of its Thursday, and each year is written once', () => {
	const mondays = Array.from({ length: 9 }, (_, week) => new Date(Date.UTC(2025, 10, 24 + 7 * week)));
	const ticks = ticksOf(mondays, 600, (at) => String(at.getUTCMonth() + 1));

	expect(ticks).toEqual([
		{ index: 1, month: '12', year: '2025' },
		{ index: 5, month: '1', year: '2026' },
	]);
});
