/** Mode is how the season of a long history is modelled. */
export type Mode = 'harmonic' | 'farringtonFlexible';

/**
 * Rung tells how much history an expectation rests on, from the least: `provisional` (fewer than 8 weeks: the parent's rate),
 * `short` (8 to 77 weeks: a moving level, no season), `full` (78 weeks or more), `published` (5 years: the published settings).
 */
export type Rung = 'provisional' | 'short' | 'full' | 'published';

/** Expectation is what a week's count is compared with. */
export interface Expectation {
	/** Expected count. */
	readonly mu: number;
	/** Dispersion of the model: variance over mean, at least 1. */
	readonly phi: number;
	/** Dispersion that tails use: phi, and what not knowing mu exactly adds to it. Equal to phi in the mode held to R. */
	readonly spread: number;
	/** Squared relative error of mu; in the mode held to R, which leaves it out of its tails, spread does not hold it. */
	readonly squaredError: number;
	readonly rung: Rung;
	/** What computed it; a mode that lacks history gives way to a simpler model. */
	readonly model: Mode | 'movingLevel' | 'prior' | 'lastYear';
	/** Whether the model kept a trend. */
	readonly trend: boolean;
	/** Weeks learnt from. */
	readonly weeks: number;
}
