import type { Count } from './negative-binomial.js';
import { logRising } from './rising-factorial.js';

const POISSON_BELOW = 1e-12;

/**
 * logLikelihoodRatio gives log f(y; alternative mean) - log f(y; mu), both with the dispersion of `count`. Its exponential has mean 1
 * when the count follows `count`, which is what every sequential detector here rests on. An alternative mean that is a multiple of
 * mu, or an excess over it, or smaller than it, are all given as the mean itself. `count.mu` > 0 and `alternative` > 0.
 */
export const logLikelihoodRatio = (y: number, { mu, phi }: Count, alternative: number): number => {
	const excess = phi - 1;
	if (excess < POISSON_BELOW) return y * Math.log(alternative / mu) - (alternative - mu);
	const constant = ((alternative - mu) / excess) * Math.log1p(excess);
	if (y === 0) return -constant;
	return logRising(alternative / excess, y) - logRising(mu / excess, y) - constant;
};
