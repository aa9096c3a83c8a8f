import { betaQuantile } from './incomplete-beta.js';

/** Span is what was counted in some weeks, and what a healthy platform would have brought in them. */
export interface Span {
	readonly count: number;
	/** Sum of the expected counts, > 0. */
	readonly expected: number;
}

/** RateRatio is how many times the rate before the rate after is, with its 95 % interval; `high` is Infinity when nothing was counted before. */
export interface RateRatio {
	readonly ratio: number;
	readonly low: number;
	readonly high: number;
}

const HALF_OF_FIVE_PERCENT = 0.025;

/**
 * rateRatio compares two spans: given their sum, the count after is binomial of probability rho B / (rho B + A), whence rho with the interval of
 * Clopper and Pearson (design: detection.md 1.7). `dispersion` (variance over mean, at least 1) divides counts and exposures, as for quasi-Poisson
 * counts; the interval is then wider. Errors: RangeError when an expected count is not above 0.
 */
export const rateRatio = (before: Span, after: Span, dispersion = 1): RateRatio => {
	if (!(before.expected > 0 && after.expected > 0)) throw new RangeError('nothing was expected in a span');
	const [a, b] = [before.count / dispersion, after.count / dispersion];
	const scale = before.expected / after.expected;
	const rhoOf = (p: number): number => (p >= 1 ? Infinity : (p / (1 - p)) * scale);
	return {
		ratio: a === 0 ? (b === 0 ? 1 : Infinity) : (b / a) * scale,
		low: b === 0 ? 0 : rhoOf(betaQuantile(HALF_OF_FIVE_PERCENT, b, a + 1)),
		high: a === 0 ? Infinity : rhoOf(betaQuantile(1 - HALF_OF_FIVE_PERCENT, b + 1, a)),
	};
};
