import { generateWeek } from '../week.js';
import { createWorld } from '../world.js';
import { countWeek } from './count-week.js';
import { declaredOf } from './declared.js';
import { judgeWorld } from './judge-world.js';
import { type OutageDelay, outageDelay } from './outage-delays.js';
import { judgeRepairs, type RepairStory, seriesOfIncident } from './repairs.js';
import { type Score, scoreOf } from './score.js';

/** Backtest is what detection finds in a demonstration world, held against its truth. */
export interface Backtest extends Score {
	readonly seed: string;
	readonly weeks: number;
	readonly outages: readonly OutageDelay[];
	/** What the verdicts made of repairs that bodies claim, in time or too early. */
	readonly repairs: readonly RepairStory[];
}

/** backtest makes a world in memory, counts each of its weeks as a closing does, and lets the detectors judge them. */
export const backtest = (seed: string, now: Date): Backtest => {
	const world = createWorld({ seed, now });
	const closed = world.weeks.slice(0, -1);
	const weeks = closed.map((week, index) => ({ week, declared: declaredOf(generateWeek(world, index)) }));
	const { episodes, past } = judgeWorld(
		weeks.map(({ week, declared }) => ({ week, counted: countWeek(declared) })),
		world.incidents.map(seriesOfIncident),
	);
	const score = scoreOf(world.incidents, episodes);
	return {
		seed,
		weeks: closed.length,
		...score,
		outages: world.incidents.flatMap((incident) =>
			incident.outage === null ? [] : [outageDelay(incident, incident.outage, weeks)],
		),
		repairs: judgeRepairs(world.incidents, { found: score.incidents, episodes }, weeks, past),
	};
};
