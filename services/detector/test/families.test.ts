import { adjustFamily, type Tested } from '@vigie/detector/statistics/families';
import { levelOfBurst, levelOfDrift } from '@vigie/detector/statistics/levels';
import { describe, expect, it } from 'vitest';

const one = (series: string, midp: number, more: Partial<Tested> = {}): Tested => ({
	series,
	level: 0,
	parent: null,
	midp,
	expected: 2,
	weeks: 100,
	...more,
});

describe('the series of a run', () => {
	it('are all counted, whatever they were reported: nothing looks at the current count', () => {
		const quiet = Array.from({ length: 99 }, (_, index) => one(`quiet-${index}`, 0.9));

		expect(adjustFamily([one('risen', 0.002), ...quiet]).get('risen')).toBeCloseTo(0.2, 12);
		expect(adjustFamily([one('risen', 0.0009), ...quiet]).get('risen')).toBeCloseTo(0.09, 12);
	});

	it('are tested when enough is expected on enough history, else left out', () => {
		const adjusted = adjustFamily([
			one('sparse', 0, { expected: 0.04 }),
			one('new', 0, { weeks: 7 }),
			one('fit', 0.5),
		]);

		expect([...adjusted.keys()]).toEqual(['fit']);
	});

	it('are tested below a parent only when the parent is rejected, each level on its share of q', () => {
		const adjusted = adjustFamily([
			one('caf', 0.01),
			one('ants', 0.6),
			one('caf/login', 0.02, { level: 1, parent: 'caf' }),
			one('ants/login', 0.0001, { level: 1, parent: 'ants' }),
		]);

		expect(adjusted.get('caf')).toBeCloseTo(2 * 2 * 0.01, 12);
		expect(adjusted.get('caf/login')).toBeCloseTo(2 * 0.02, 12);
		expect(adjusted.has('ants/login')).toBe(false);
	});

	it('are the same in any order', () => {
		const tested = Array.from({ length: 50 }, (_, index) => one(`s${index}`, ((index * 37) % 50) / 50));

		expect(new Map([...adjustFamily([...tested].reverse())].sort())).toEqual(
			new Map([...adjustFamily(tested)].sort()),
		);
		expect(adjustFamily([]).size).toBe(0);
	});
});

describe('the level of a series', () => {
	const burst = { q: 0.05, p: 0.001, y: 9, reporters: 4, organisations: 3 };

	it('follows the adjusted value, and needs three events from two reporters to be shown', () => {
		expect(levelOfBurst({ ...burst, q: 0.31 })).toBe('usual');
		expect(levelOfBurst({ ...burst, q: 0.3 })).toBe('watch');
		expect(levelOfBurst(burst)).toBe('signal');
		expect(levelOfBurst({ ...burst, q: 0.01 })).toBe('strong');
		expect(levelOfBurst({ ...burst, p: 1e-5 })).toBe('strong');
		expect(levelOfBurst({ ...burst, p: 1e-5, organisations: 2 })).toBe('signal');
		expect(levelOfBurst({ ...burst, y: 2 })).toBe('usual');
		expect(levelOfBurst({ ...burst, reporters: 1 })).toBe('usual');
	});

	it('asks more evidence for a drift of a territory than of the country', () => {
		expect([200, 300, 5_000, 20_000].map((evidence) => levelOfDrift(evidence, 'national'))).toEqual([
			'usual',
			'watch',
			'signal',
			'strong',
		]);
		expect(levelOfDrift(5_000, 'territory')).toBe('usual');
		expect(levelOfDrift(20_000, 'territory')).toBe('watch');
	});
});
