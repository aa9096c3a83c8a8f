import { drawnOf, type Seen } from './a9-case-log.js';
import type { BenchWorld } from './bench-world.js';
import { cellsOfEvent, eventsOf } from './count-week.js';
import type { Scored } from './releases.js';

/** shownOf gives what a release shows of a cell, and its truth. */
const shownOf = ({ nodes, facts, shown }: Scored, cell: number): readonly Seen[] => {
	const [y, n] = [shown.signed.get(cell), facts.get(cell)?.n];
	const node = nodes.findLast(({ base }) => base <= cell);
	return y === undefined || n === undefined || !node
		? []
		: [{ n, y, ofPlatform: node.dimensions.includes('platform') }];
};

/** personsOf draws events of a world's first week: for each, every shown cell that counts it, of the week, its month and its quarter. */
export const personsOf = (
	world: BenchWorld,
	releases: readonly Scored[],
	count: number,
): readonly (readonly Seen[])[] => {
	const [week] = world.weeks;
	if (week === undefined) return [];
	const [month] = releases.filter(({ level }) => level === 'month');
	const counting = [
		...releases.filter(({ release, level }) => release === week || level === 'quarter'),
		...(month ? [month] : []),
	];
	return drawnOf(eventsOf(world.received, week), count, world.seed).map((event) =>
		cellsOfEvent(event).flatMap((cell) => counting.flatMap((release) => shownOf(release, cell))),
	);
};
