import { logGamma } from './log-gamma.js';

const MOST_TERMS = 1_000_000;
const PRECISION = 1e-14;
const TINY = 1e-300;

const away = (x: number): number => (Math.abs(x) < TINY ? TINY : x);

/**
 * betaFraction is the continued fraction of the incomplete beta function I_x(a, b), by Lentz's method, for x below the law's mean. It takes b x rather
 * than b, which may be infinite: with x = 0 it is that of the incomplete gamma function.
 */
export const betaFraction = (a: number, x: number, bx: number): number => {
	let d = 1 / away(1 - (a * x + bx) / (a + 1));
	let c = 1;
	let value = d;
	for (let m = 1; m < MOST_TERMS; m += 1) {
		const even = (m * (bx - m * x)) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		value *= d * c;
		const odd = (-(a + m) * ((a + m) * x + bx)) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		value *= d * c;
		if (Math.abs(d * c - 1) < PRECISION) return value;
	}
	return value;
};

/** incompleteBeta gives I_x(a, b), the distribution function of a beta law, for a, b > 0 and x in [0, 1]; to about 1e-10. */
export const incompleteBeta = (x: number, a: number, b: number): number => {
	if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError('a beta law has a, b > 0 and x in [0, 1]');
	if (x === 0 || x === 1) return x;
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	// On the other side the fraction converges slowly; the two sides make one.
	return x < (a + 1) / (a + b + 2)
		? (front * betaFraction(a, x, b * x)) / a
		: 1 - (front * betaFraction(b, 1 - x, a * (1 - x))) / b;
};

const HALVINGS = 60;

/** betaQuantile gives the x of which I_x(a, b) is p, by halving: 60 of them leave nothing that a page could show. */
export const betaQuantile = (p: number, a: number, b: number): number => {
	let [low, high] = [0, 1];
	for (let step = 0; step < HALVINGS; step += 1) {
		const middle = (low + high) / 2;
		if (incompleteBeta(middle, a, b) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
};
