import type { Mode } from '@vigie/detector/statistics/expectation';
import { burstsOf, type Judged, judgeSeries, unionOf } from './judge-series.js';
import { weeklyDesign } from './scenarios.js';
import { createTally, type Scores } from './tally.js';

const ALPHA = 0.01;

/** farringtonPlugIn is R's rule as it is: the estimation error is left out of the tail too, not only of the bound that is drawn. */
const plugIn = (weeks: readonly Judged[]): readonly Judged[] =>
	weeks.map((week) => ({ ...week, p: week.plugIn }));

/** benchWeekly scores both modes, and the union of bursts and drifts on the default one, on the published recipe. */
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
		const harmonic: readonly Judged[] = judgeSeries(series.counts, 'harmonic');
		const farrington = judgeSeries(series.counts, 'farringtonFlexible');
		tallies.farringtonFlexible.add(series, burstsOf(farrington, ALPHA));
		tallies.farringtonPlugIn.add(series, burstsOf(plugIn(farrington), ALPHA));
		tallies.harmonic.add(series, burstsOf(harmonic, ALPHA));
		tallies.union.add(series, unionOf(harmonic));
	}
	return {
		farringtonFlexible: tallies.farringtonFlexible.scores(),
		farringtonPlugIn: tallies.farringtonPlugIn.scores(),
		harmonic: tallies.harmonic.scores(),
		union: tallies.union.scores(),
	};
};
