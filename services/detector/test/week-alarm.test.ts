import { raisesAlarm, tailOfWeek } from '@vigie/detector/statistics/week-alarm';
import { expect, it } from 'vitest';

const expected = { mu: 10, phi: 1.2, squaredError: 0.005 };
const of = (y: number) => ({ y, expected });

it('tells a week that is far above by itself, whatever the week before was', () => {
	expect(tailOfWeek(of(21))).toBeLessThan(0.008);
	expect(raisesAlarm(of(21), null, 30)).toBe(true);
	expect(raisesAlarm(of(21), of(2), 30)).toBe(true);
});

it('tells an unusual week only together with a high one before it', () => {
	expect(tailOfWeek(of(20))).toBeGreaterThan(0.008);
	expect(tailOfWeek(of(20))).toBeLessThan(0.02);

	expect(raisesAlarm(of(20), null, 30)).toBe(false);
	expect(raisesAlarm(of(20), of(9), 30)).toBe(false);
	expect(raisesAlarm(of(20), of(16), 30)).toBe(true);
});

it('tells no usual week after a high one: what is over is not told', () => {
	expect(raisesAlarm(of(13), of(25), 45)).toBe(false);
});

it('counts how badly the mean is known', () => {
	expect(raisesAlarm({ y: 21, expected: { ...expected, squaredError: 0.2 } }, null, 30)).toBe(false);
});

it('makes no burst of fewer than five events in four weeks, nor of none', () => {
	const sparse = { mu: 0.05, phi: 1, squaredError: 0.01 };

	expect(raisesAlarm({ y: 3, expected: sparse }, null, 1)).toBe(false);
	expect(raisesAlarm({ y: 3, expected: sparse }, null, 2)).toBe(true);
	expect(raisesAlarm({ y: 0, expected: sparse }, of(60), 60)).toBe(false);
});
