import { createWorld } from '@vigie/demonstration/world';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure } from '@vigie/publisher/release/disclose';
import { monthOfWeek, quarterOfWeek, weekBounds, weeksOfPeriod } from '@vigie/schemas/calendar';
import { type Level, lattice } from '@vigie/schemas/lattice';
import { addUp, type Counted, countEvents, eventsOf, groupById } from './count-week.js';
import { type Received, receiveWeek, WEEK_KEY } from './received.js';
import { makeRelease, type Protections, type Scored } from './releases.js';

/** CELL_KEY is the bench's cell key: an attacker does not have it. */
export const CELL_KEY = Buffer.alloc(32, 23);

/** everything is the protections as the publisher has them. */
export const everything: Protections = { disclosure: createDisclosure(mechanism, CELL_KEY), residual: true };

/** BenchWorld is what was received during a period of the demonstration. */
export interface BenchWorld {
	readonly seed: string;
	readonly weeks: readonly string[];
	readonly received: ReadonlyMap<string, readonly Received[]>;
	readonly counted: ReadonlyMap<string, ReadonlyMap<number, Counted>>;
}

// A fixed end, so that a seed makes the same world whenever it is run.
const END = '2026-W48';

/** receivePeriod makes the weeks of a period (`2026-M09`, `2026-Q3`) of the demonstration of a seed. */
export const receivePeriod = (seed: string, period: string, volume = 1): BenchWorld => {
	const world = createWorld({ seed, now: weekBounds(END).start, volume });
	const weeks = weeksOfPeriod(period);
	const received = groupById(weeks.flatMap((week) => receiveWeek(world, week)));
	const counted = new Map(weeks.map((week) => [week, countEvents(eventsOf(received, week))]));
	return { seed, weeks, received, counted };
};

const monthsOf = (quarter: string): readonly string[] => [
	...new Set(weeksOfPeriod(quarter).map(monthOfWeek)),
];

/** sharedWith keeps, of an earlier release's facts, those of the nodes that a coarser level publishes too. */
const sharedWith = (level: Level, { nodes, facts }: Scored): Scored['facts'] => {
	const ids = new Set(lattice[level].map(({ id }) => id));
	const shared = nodes.filter(({ id }) => ids.has(id));
	return new Map(
		[...facts].filter(([cell]) => shared.some(({ base, size }) => cell >= base && cell < base + size)),
	);
};

const wholePeriods = (weeks: readonly string[], periodOf: (week: string) => string): readonly string[] =>
	[...new Set(weeks.map(periodOf))].filter((period) =>
		weeksOfPeriod(period).every((week) => weeks.includes(week)),
	);

/** publishAll releases the weeks of a world, then the months and quarters that they complete. */
export const publishAll = ({ weeks, counted }: BenchWorld, protections = everything): readonly Scored[] => {
	const made = new Map<string, Scored>();
	const countsOf = (period: string) =>
		addUp(weeksOfPeriod(period).flatMap((week) => counted.get(week) ?? []));
	for (const week of weeks)
		made.set(week, makeRelease(protections, week, 'week', counted.get(week) ?? new Map(), WEEK_KEY));
	const levels = [
		['month', wholePeriods(weeks, monthOfWeek)],
		['quarter', wholePeriods(weeks, quarterOfWeek)],
	] as const;
	for (const [level, periods] of levels)
		for (const period of periods) {
			const parts = level === 'month' ? weeksOfPeriod(period) : monthsOf(period);
			const earlier = parts.flatMap((part) => made.get(part) ?? []);
			const shared = earlier.map((one) => sharedWith(level, one));
			const within = earlier.map(({ release, level: of }) =>
				of === 'month'
					? weeksOfPeriod(release).flatMap((week) => {
							const found = made.get(week);
							return found ? [sharedWith(level, found)] : [];
						})
					: [],
			);
			made.set(period, makeRelease(protections, period, level, countsOf(period), WEEK_KEY, shared, within));
		}
	return [...made.values()];
};
