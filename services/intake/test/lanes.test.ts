import { expect, test } from 'vitest';
import { createGatherer } from '../src/gather.js';
import { createLanes } from '../src/lanes.js';

const laneOf = (item: number): number => item % 2;

const openLanes = (run: (lane: number, items: readonly number[]) => Promise<readonly string[]>) => {
	const lanes = [0, 1].map((lane) =>
		createGatherer({
			run: (items: readonly number[]) => run(lane, items),
			waitMs: 0,
			mostInRun: 100,
			mostWaiting: 100,
			overloaded: () => new Error('overloaded'),
		}),
	);
	return createLanes(lanes, laneOf);
};

test('each item goes through its own lane, and the results come in the order of the items', async () => {
	const { add } = openLanes(async (lane, items) => items.map((item) => `${item} by ${lane}`));

	expect(await add([3, 4, 6, 5])).toEqual(['3 by 1', '4 by 0', '6 by 0', '5 by 1']);
	expect(await add([8])).toEqual(['8 by 0']);
	expect(await add([])).toEqual([]);
});

test('a lane that waits does not hold the other one', async () => {
	let release = (): void => undefined;
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	const { add } = openLanes(async (lane, items) => {
		if (lane === 0) await held;
		return items.map(String);
	});

	const waiting = add([2]);
	expect(await add([1])).toEqual(['1']);
	release();
	expect(await waiting).toEqual(['2']);
});

test('when one lane fails, all that came together is told so', async () => {
	const { add } = openLanes(async (lane, items) => {
		if (lane === 1) throw new Error('not acknowledged');
		return items.map(String);
	});

	await expect(add([2, 3])).rejects.toThrow('not acknowledged');
});
