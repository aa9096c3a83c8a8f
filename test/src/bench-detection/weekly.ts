import type { Mode } from '@vigie/detector/statistics/expectation';
import { burstsOf, type Judged, judgeSeries, unionOf } from './judge-series.js';
import { weeklyDesign } from './scenarios.js';
import { createTally, type Scores } from './tally.js';

const ALPHA = 0.01;

/** benchWeekly scores both modes, and the union of bursts and drifts on the default one, on the published recipe. */
export const benchWeekly = (seed: string, replicates: number): Record<Mode | 'union', Scores> => {
	const tallies = { farringtonFlexible: createTally(), harmonic: createTally(), union: createTally() };
	for (const series of weeklyDesign(seed, replicates)) {
		const harmonic: readonly Judged[] = judgeSeries(series.counts, 'harmonic');
		const farrington = judgeSeries(series.counts, 'farringtonFlexible');
		tallies.farringtonFlexible.add(series, burstsOf(farrington, ALPHA));
		tallies.harmonic.add(series, burstsOf(harmonic, ALPHA));
		tallies.union.add(series, unionOf(harmonic));
	}
	return {
		farringtonFlexible: tallies.farringtonFlexible.scores(),
		harmonic: tallies.harmonic.scores(),
		union: tallies.union.scores(),
	};
};
