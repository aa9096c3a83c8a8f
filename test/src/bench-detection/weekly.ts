import type { Mode } from '@vigie/detector/statistics/expectation';
import { burstsOf, judgeSeries, plugInOf, unionOf } from './judge-series.js';
import { weeklyDesign } from './scenarios.js';
import { createTally, type Scores } from './tally.js';

/** benchWeekly scores both modes, R's own rule on its mode, and the union of bursts and drifts on the default one, on the published recipe. */
export const benchWeekly = (
	seed: string,
	replicates: number,
): Record<Mode | 'farringtonPlugIn' | 'union', Scores> => {
	const tallies = {
		farringtonPlugIn: createTally(),
		farringtonFlexible: createTally(),
		harmonic: createTally(),
		union: createTally(),
	};
	for (const series of weeklyDesign(seed, replicates)) {
		const harmonic = judgeSeries(series.counts, 'harmonic');
		const farrington = judgeSeries(series.counts, 'farringtonFlexible');
		tallies.farringtonFlexible.add(series, burstsOf(farrington));
		tallies.farringtonPlugIn.add(series, plugInOf(farrington));
		tallies.harmonic.add(series, burstsOf(harmonic));
		tallies.union.add(series, unionOf(harmonic));
	}
	return {
		farringtonFlexible: tallies.farringtonFlexible.scores(),
		farringtonPlugIn: tallies.farringtonPlugIn.scores(),
		harmonic: tallies.harmonic.scores(),
		union: tallies.union.scores(),
	};
};
