import { expect, test } from 'vitest';
import { createGatherer } from '../src/gather.js';

const options = { waitMs: 1, mostInRun: 4, mostWaiting: 20, overloaded: () => new Error('overloaded') };

test('callers that come together are served by few runs, each with its own results', async () => {
	const runs: number[] = [];
	const gatherer = createGatherer<number, number>({
		...options,
		run: async (items) => {
			runs.push(items.length);
			return items.map((item) => item * 10);
		},
	});

	const results = await Promise.all([[1], [2, 3], [4], [5, 6]].map((items) => gatherer.add(items)));

	expect(results).toEqual([[10], [20, 30], [40], [50, 60]]);
	expect(runs).toEqual([4, 2]);
});

test('a run that fails fails its callers only', async () => {
	const gatherer = createGatherer<number, number>({
		...options,
		run: async (items) => {
			if (items.includes(1)) throw new Error('one');
			return items;
		},
	});

	const first = gatherer.add([1]);
	const other = expect(gatherer.add([2, 3, 4])).rejects.toThrow('one');
	await expect(first).rejects.toThrow('one');
	await other;
	expect(await gatherer.add([5])).toEqual([5]);
});

test('beyond what may wait, callers are turned away at once', async () => {
	const gatherer = createGatherer<number, number>({ ...options, run: async (items) => items });

	const waiting = gatherer.add(Array.from({ length: 20 }, () => 1));

	await expect(gatherer.add([1])).rejects.toThrow('overloaded');
	expect(await waiting).toHaveLength(20);
});
