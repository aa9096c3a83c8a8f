import type { Gatherer } from './gather.js';

/**
 * createLanes spreads items over gatherers that run side by side, so that one encodes while another waits for Kafka. Items
 * that must not overtake each other share a lane: `laneOf` gives its number, counted from 0.
 */
export const createLanes = <Item, Result>(
	lanes: readonly Gatherer<Item, Result>[],
	laneOf: (item: Item) => number,
): Gatherer<Item, Result> => {
	const addAll = async (items: readonly Item[]): Promise<readonly Result[]> => {
		const results = await Promise.all(
			lanes.map((lane, number) => {
				const mine = items.filter((item) => laneOf(item) === number);
				return mine.length > 0 ? lane.add(mine) : [];
			}),
		);
		const queues = results.map((found) => found.values());
		return items.flatMap((item) => {
			const next = queues[laneOf(item)]?.next();
			return next && !next.done ? [next.value] : [];
		});
	};
	return {
		add: (items) => {
			const [only] = items;
			const lane = items.length === 1 && only !== undefined ? lanes[laneOf(only)] : undefined;
			return lane ? lane.add(items) : addAll(items);
		},
	};
};
