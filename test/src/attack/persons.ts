import { drawnOf, type Seen } from './a9-case-log.js';
import type { BenchWorld } from './bench-world.js';
import { cellsOfEvent, eventsOf } from './count-week.js';
import type { Scored } from './releases.js';

/** An institution's log covers its own platforms: it knows no total over those of others. */
const ownCells = ({ nodes, shown }: Scored): ReadonlyMap<number, number> => {
	const own = nodes.filter(({ dimensions }) => dimensions.includes('platform'));
	return new Map(
		[...shown.signed].filter(([cell]) => own.some(({ base, size }) => cell >= base && cell < base + size)),
	);
};

/**
 * personsOf draws events of a world's first week: for each, every shown cell that counts it and that an institution could check against
 * its log, of the week, its month and its quarter.
 */
export const personsOf = (
	world: BenchWorld,
	releases: readonly Scored[],
	count: number,
): readonly (readonly Seen[])[] => {
	const [week] = world.weeks;
	if (week === undefined) return [];
	const counting = releases.filter(({ release, level }) => level !== 'week' || release === week).slice(0, 2);
	const all = [...counting, ...releases.filter(({ level }) => level === 'quarter')];
	const read = all.map((release) => ({ facts: release.facts, values: ownCells(release) }));
	return drawnOf(eventsOf(world.received, week), count, world.seed).map((event) =>
		cellsOfEvent(event).flatMap((cell) =>
			read.flatMap(({ facts, values }) => {
				const [y, n] = [values.get(cell), facts.get(cell)?.n];
				return y === undefined || n === undefined ? [] : [{ n, y }];
			}),
		),
	);
};
