import type { Expectation } from './expectation.js';
import { midP, upperTail } from './negative-binomial.js';
import { quantile, upperBound } from './quantile.js';

/** Judgement is a count held against its expectation. */
export interface Judgement {
	readonly y: number;
	readonly mu: number;
	readonly phi: number;
	readonly spread: number;
	/** Smallest count that P(Y > bound) <= alpha leaves unflagged: a count above it is an exceedance of the chart. */
	readonly bound: number;
	/** The usual range: 10 % and 90 % quantiles. */
	readonly low: number;
	readonly high: number;
	/** P(Y >= y). */
	readonly p: number;
	/** Mid-p: what multiplicity is controlled on. */
	readonly midp: number;
	readonly excess: number;
	/** y over mu; null when nothing is expected. */
	readonly ratio: number | null;
}

type Compared = Pick<Expectation, 'mu' | 'phi' | 'spread'>;

/** judge holds a count against what was expected; `alpha` is the level of the chart's bound. */
export const judge = (y: number, { mu, phi, spread }: Compared, alpha = 0.01): Judgement => {
	const count = { mu, phi: spread };
	return {
		y,
		mu,
		phi,
		spread,
		bound: upperBound(alpha, count),
		low: quantile(0.1, count),
		high: quantile(0.9, count),
		p: upperTail(y, count),
		midp: midP(y, count),
		excess: y - mu,
		ratio: mu > 0 ? y / mu : null,
	};
};

/**
 * sumOfWeeks gives the expectation of the sum of neighbouring weeks (4 for the reader, 13 for sparse series): means add up, variances
 * too, and the estimation errors, which the weeks share, are taken as fully correlated.
 */
export const sumOfWeeks = (weeks: readonly Compared[]): Compared => {
	const mu = weeks.reduce((sum, week) => sum + week.mu, 0);
	if (mu === 0) return { mu, phi: 1, spread: 1 };
	const variance = weeks.reduce((sum, week) => sum + week.phi * week.mu, 0);
	const error = weeks.reduce(
		(sum, week) => sum + Math.sqrt(Math.max(0, week.spread - week.phi) * week.mu),
		0,
	);
	const phi = variance / mu;
	return { mu, phi, spread: phi + error ** 2 / mu };
};
