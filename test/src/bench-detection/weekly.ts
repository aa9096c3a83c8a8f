import type { Mode } from '@vigie/detector/statistics/expectation';
import { burstsOf, type Judged, judgeSeries, unionOf } from './judge-series.js';
import { weeklyDesign } from './scenarios.js';
import { createTally, type Scores } from './tally.js';

const ALPHA = 0.01;

/** The union spends its false alarms on two rules: each is stricter than it would be alone. */
const UNION = { alpha: 0.005, evidence: 100 } as const;

/** benchWeekly scores both modes, and the union of bursts and drifts on the default one, on the published recipe. */
export const benchWeekly = (seed: string, replicates: number): Record<Mode | 'union', Scores> => {
	const tallies = { farringtonFlexible: createTally(), harmonic: createTally(), union: createTally() };
	for (const series of weeklyDesign(seed, replicates)) {
		const harmonic: readonly Judged[] = judgeSeries(series.counts, 'harmonic');
		const farrington = judgeSeries(series.counts, 'farringtonFlexible');
		tallies.farringtonFlexible.add(series, burstsOf(farrington, ALPHA));
		tallies.harmonic.add(series, burstsOf(harmonic, ALPHA));
		tallies.union.add(series, unionOf(harmonic, UNION.alpha, UNION.evidence));
	}
	return {
		farringtonFlexible: tallies.farringtonFlexible.scores(),
		harmonic: tallies.harmonic.scores(),
		union: tallies.union.scores(),
	};
};
