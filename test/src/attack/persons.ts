import { monthOfWeek, quarterOfWeek } from '@vigie/schemas/calendar';
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

/**
 * personsOf draws events, as many of each week of a world: for each, every shown cell that counts it, of its week, its month and its
 * quarter. Not of one week: its few large cells are shared by all, and what they drew would decide alone.
 */
export const personsOf = (
	world: BenchWorld,
	releases: readonly Scored[],
	count: number,
): readonly (readonly Seen[])[] => {
	const ofWeek = Math.ceil(count / world.weeks.length);
	return world.weeks.flatMap((week) => {
		const periods = [week, monthOfWeek(week), quarterOfWeek(week)];
		const counting = releases.filter(({ release }) => periods.includes(release));
		return drawnOf(eventsOf(world.received, week), ofWeek, `${world.seed}/${week}`).map((event) =>
			cellsOfEvent(event).flatMap((cell) => counting.flatMap((release) => shownOf(release, cell))),
		);
	});
};
