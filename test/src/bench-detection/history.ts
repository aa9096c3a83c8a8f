import { burstsOf, judgeSeries } from './judge-series.js';
import { weeklyDesign } from './scenarios.js';
import { createTally, type Scores } from './tally.js';

/** Weeks of history: the first months of real use, then the first years of the long models. */
const HISTORIES = [10, 26, 52, 78, 104, 156] as const;

/** benchHistory scores the default mode on the same recipe when only the last weeks before each judged week are known. */
export const benchHistory = (seed: string, replicates: number): Record<string, Scores> => {
	const tallies = HISTORIES.map((weeks) => ({ weeks, tally: createTally() }));
	for (const series of weeklyDesign(seed, replicates))
		for (const { weeks, tally } of tallies)
			tally.add(series, burstsOf(judgeSeries(series.counts, 'harmonic', weeks)));
	return Object.fromEntries(tallies.map(({ weeks, tally }) => [`${weeks} weeks`, tally.scores()]));
};
