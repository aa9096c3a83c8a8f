import { addWeeks, weekOf } from '@vigie/schemas/calendar';
import { type Incident, incidentsOf } from './incidents.js';
import { randomIncidents } from './random-incidents.js';
import { createNetwork, type Network } from './workers.js';

export const HISTORY_WEEKS = 104;

/** World is a demonstration: its weeks, who reports in it, and the truth of what was injected. */
export interface World {
	readonly seed: string;
	/** Closed weeks, oldest first, then the current one. */
	readonly weeks: readonly string[];
	readonly network: Network;
	readonly incidents: readonly Incident[];
	/** 1 is the reference volume: 1 200 to 8 000 events a week. */
	readonly volume: number;
}

/** createWorld makes the world that ends with the week of `now`: `history` closed weeks before it. */
export const createWorld = ({
	seed,
	now,
	history = HISTORY_WEEKS,
	volume = 1,
}: {
	seed: string;
	now: Date;
	history?: number;
	volume?: number;
}): World => {
	const current = weekOf(now);
	const weeks = Array.from({ length: history + 1 }, (_, index) => addWeeks(current, index - history));
	const closed = weeks.slice(0, -1);
	return {
		seed,
		weeks,
		network: createNetwork(seed),
		incidents: [...incidentsOf(closed), ...randomIncidents(seed, closed)],
		volume,
	};
};
