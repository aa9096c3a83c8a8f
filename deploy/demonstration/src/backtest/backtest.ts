import { generateWeek } from '../week.js';
import { createWorld } from '../world.js';
import { countWeek } from './count-week.js';
import { declaredOf } from './declared.js';
import { type OutageDelay, outageDelay } from './outage-delays.js';
import { type Score, scoreOf } from './score.js';
import { weeklyEpisodes } from './weekly-episodes.js';

/** Backtest is what detection finds in a demonstration world, held against its truth. */
export interface Backtest extends Score {
	readonly seed: string;
	readonly weeks: number;
	readonly outages: readonly OutageDelay[];
}

/** backtest makes a world in memory, counts each of its weeks as a closing does, and lets the detectors judge them. */
export const backtest = (seed: string, now: Date): Backtest => {
	const world = createWorld({ seed, now });
	const closed = world.weeks.slice(0, -1);
	const weeks = closed.map((week, index) => ({ week, declared: declaredOf(generateWeek(world, index)) }));
	const episodes = weeklyEpisodes(
		weeks.map(({ week, declared }) => ({ week, counted: countWeek(declared) })),
	);
	return {
		seed,
		weeks: closed.length,
		...scoreOf(world.incidents, episodes),
		outages: world.incidents.flatMap((incident) =>
			incident.outage === null ? [] : [outageDelay(incident, incident.outage, weeks)],
		),
	};
};
