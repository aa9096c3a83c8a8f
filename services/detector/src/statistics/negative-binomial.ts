import { betaFraction } from './incomplete-beta.js';
import { logFactorial, logRising } from './rising-factorial.js';

/**
 * Counts of mean `mu` and variance `phi` times the mean (the form called NB1): size mu/(phi - 1), probability 1/phi; Poisson when
 * phi is 1. Everything is written with phi - 1, so that nearly Poisson counts lose no digit. Small tails are summed term by term
 * from their largest, each from the one before, never as one minus the other tail: held to 1e-9 of themselves however small, where
 * an incomplete beta or gamma function of a library gave 4e-9 to 1e-4. Errors: RangeError when a parameter is not one.
 */
export interface Count {
	/** Mean, >= 0. */
	readonly mu: number;
	/** Variance over mean, >= 1. */
	readonly phi: number;
}

// Below this the Poisson law is the same to more digits than are promised.
const POISSON_BELOW = 1e-12;

const check = (y: number, { mu, phi }: Count): void => {
	if (!Number.isInteger(y)) throw new RangeError('a count is an integer');
	if (!(mu >= 0 && mu < Infinity)) throw new RangeError('a mean is a finite number, zero or more');
	if (!(phi >= 1 && phi < Infinity)) throw new RangeError('a dispersion is a finite number, 1 or more');
};

/** logExcess gives log(1 - 1/phi), every digit of it on both sides. */
const logExcess = (phi: number): number => (phi > 2 ? Math.log1p(-1 / phi) : Math.log((phi - 1) / phi));

/** logProbability gives log P(Y = y). */
export const logProbability = (y: number, count: Count): number => {
	check(y, count);
	const { mu, phi } = count;
	if (y < 0) return -Infinity;
	if (mu === 0) return y === 0 ? 0 : -Infinity;
	const excess = phi - 1;
	if (excess < POISSON_BELOW) return y * Math.log(mu) - mu - logFactorial(y);
	const size = mu / excess;
	return logRising(size, y) - logFactorial(y) - size * Math.log1p(excess) + y * logExcess(phi);
};

// Terms below this share of their sum change nothing.
const NEGLIGIBLE = 1e-18;

/** Beyond so many terms (counts of millions, or very uneven ones) a continued fraction gives the rest of the digits sooner. */
const MOST_TERMS = 20_000;
const LARGEST_SIZE = 1e12;

/** sumUp gives P(Y >= y) for y above the mean, where each term is smaller than the one before. */
const sumUp = (y: number, count: Count): number => {
	const { mu, phi } = count;
	const first = Math.exp(logProbability(y, count));
	let [term, sum] = [first, first];
	for (let i = y; term > NEGLIGIBLE * sum; i += 1) {
		if (i - y === MOST_TERMS) return first * betaFraction(y, (phi - 1) / phi, mu / phi);
		term *= (mu + (phi - 1) * i) / (phi * (i + 1));
		sum += term;
	}
	return sum;
};

/** sumDown gives P(Y <= y) for y up to the mean. */
const sumDown = (y: number, count: Count): number => {
	const { mu, phi } = count;
	const first = Math.exp(logProbability(y, count));
	let [term, sum] = [first, first];
	const size = mu / (phi - 1);
	for (let i = y; i > 0 && term > NEGLIGIBLE * sum; i -= 1) {
		// A Poisson law (of infinite size) has no such form; its terms are soon negligible.
		if (y - i === MOST_TERMS && size < LARGEST_SIZE)
			return ((first * (phi - 1)) / phi) * (1 + y / size) * betaFraction(size, 1 / phi, (y + 1) / phi);
		term *= (phi * i) / (mu + (phi - 1) * (i - 1));
		sum += term;
	}
	return sum;
};

/** upperTail gives P(Y >= y). */
export const upperTail = (y: number, count: Count): number => {
	check(y, count);
	if (y <= 0) return 1;
	if (count.mu === 0) return 0;
	return y > count.mu ? sumUp(y, count) : 1 - sumDown(y - 1, count);
};

/** lowerTail gives P(Y <= y). */
export const lowerTail = (y: number, count: Count): number => {
	check(y, count);
	if (y < 0) return 0;
	if (count.mu === 0) return 1;
	return y < count.mu ? sumDown(y, count) : 1 - sumUp(y + 1, count);
};

/** midP gives P(Y > y) + P(Y = y)/2: the upper p-value whose mean is 1/2 although counts are discrete. */
export const midP = (y: number, count: Count): number =>
	y < 0 ? 1 : upperTail(y, count) - Math.exp(logProbability(y, count)) / 2;

/** lowerMidP gives P(Y < y) + P(Y = y)/2: the same, for fewer than expected. */
export const lowerMidP = (y: number, count: Count): number =>
	y < 0 ? 0 : lowerTail(y, count) - Math.exp(logProbability(y, count)) / 2;
