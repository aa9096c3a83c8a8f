import type { Expectation } from './expectation.js';
import { lowerMidP } from './negative-binomial.js';

/** A territory is silent when so few active reporters had less than this chance. */
const SILENT_BELOW = 1e-3;

/** Silence is a territory's active reporters of a week, held against those expected. */
export interface Silence {
	/** Lower mid-p. */
	readonly p: number;
	readonly isSilent: boolean;
}

/**
 * judgeSilence tells whether fewer people report than usual: the lower tail of the number of active reporters of a territory. Without it, an
 * offset by active reporters would hide an outage that keeps everybody from reporting. `expected` is what `expectWeek` gives for the
 * series of active reporters, which has no exposure of its own.
 */
export const judgeSilence = (
	reporters: number,
	{ mu, spread }: Pick<Expectation, 'mu' | 'spread'>,
): Silence => {
	const p = lowerMidP(reporters, { mu, phi: spread });
	return { p, isSilent: p < SILENT_BELOW };
};
