import { feedWatch, startWatch, type Watch } from '@vigie/detector/statistics/series-watch';
import { expect, it } from 'vitest';

const expected = { mu: 5, phi: 1.3, spread: 1.4 };

/** follow gives the alarm of each week. */
const follow = (ys: readonly number[], from: Watch = startWatch([5, 5, 5])): (string | null)[] => {
	let watch = from;
	return ys.map((y, week) => {
		watch = feedWatch(watch, week, y, expected);
		return watch.alarm;
	});
};

it('raises a peak for a week far above, and none for a usual one', () => {
	expect(follow([5, 6, 4, 20])).toEqual([null, null, null, 'peak']);
});

it('raises a peak for two weeks that are high together, told once', () => {
	const [first, second, third] = follow([12, 13, 12]);

	expect([first, second, third]).toEqual([null, 'peak', null]);
});

it('raises a lasting rise that no week shows by itself, and begins anew', () => {
	const alarms = follow(new Array<number>(14).fill(9));

	expect(alarms).toContain('rise');
	expect(alarms.filter((alarm) => alarm !== null).length).toBeLessThan(5);
});

it('makes no burst of fewer than five events in four weeks', () => {
	const sparse = { mu: 0.05, phi: 1, spread: 1.01 };

	expect(feedWatch(startWatch([0, 0, 0]), 0, 3, sparse).alarm).not.toBe('peak');
	expect(feedWatch(startWatch([0, 1, 1]), 0, 3, sparse).alarm).toBe('peak');
});

it('is a plain value that goes on from where it was stored', () => {
	const watch = feedWatch(startWatch([1, 2, 3]), 0, 8, expected);

	expect(feedWatch(JSON.parse(JSON.stringify(watch)), 1, 9, expected)).toEqual(
		feedWatch(watch, 1, 9, expected),
	);
});
