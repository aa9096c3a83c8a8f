import gammaln from '@stdlib/math-base-special-gammaln';

const SUMMED_UP_TO = 24;
const STIRLING_FROM = 32;

/** stirlingRest is log Gamma(x) less its Stirling form (x - 1/2) log x - x + log(2 pi)/2, for x >= 32 (error below 1e-17). */
const stirlingRest = (x: number): number => {
	const square = x * x;
	return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
};

/**
 * logRising gives log(s (s+1) ... (s+n-1)) = log Gamma(s+n) - log Gamma(s), for s > 0 and an integer n >= 0. A difference of two
 * log-gammas loses every digit when s is large (nearly Poisson counts); this form does not: short products are summed, long ones
 * use Stirling's series, whose large terms are subtracted by hand.
 */
export const logRising = (s: number, n: number): number => {
	if (n <= SUMMED_UP_TO) {
		let product = 1;
		let sum = 0;
		for (let i = 0; i < n; i += 1) {
			product *= s + i;
			if (product > 1e200 || product < 1e-200) {
				sum += Math.log(product);
				product = 1;
			}
		}
		return sum + Math.log(product);
	}
	if (s < STIRLING_FROM) return gammaln(s + n) - gammaln(s);
	return (s + n - 0.5) * Math.log1p(n / s) + n * (Math.log(s) - 1) + (stirlingRest(s + n) - stirlingRest(s));
};

/** logFactorial gives log(n!), for an integer n >= 0. */
export const logFactorial = (n: number): number => logRising(1, n);
