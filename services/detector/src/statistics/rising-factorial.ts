// From here on, four terms of Stirling's series are right to the last digit.
const STIRLING_FROM = 32;

/** stirlingRest is log Gamma(x) less its Stirling form (x - 1/2) log x - x + log(2 pi)/2, for x >= 32. */
const stirlingRest = (x: number): number => {
	const square = x * x;
	return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
};

/** logProduct multiplies the `n` factors one by one. */
const logProduct = (s: number, n: number): number => {
	let [product, sum] = [1, 0];
	for (let i = 0; i < n; i += 1) {
		product *= s + i;
		if (product > 1e200 || product < 1e-200) {
			sum += Math.log(product);
			product = 1;
		}
	}
	return sum + Math.log(product);
};

const byStirling = (s: number, n: number): number =>
	(s + n - 0.5) * Math.log1p(n / s) + n * (Math.log(s) - 1) + (stirlingRest(s + n) - stirlingRest(s));

/**
 * logRising gives log(s (s+1) ... (s+n-1)) = log Gamma(s+n) - log Gamma(s), for s > 0 and an integer n >= 0. A difference of two
 * log-gammas loses every digit when s is large (nearly Poisson counts); this form does not: the first factors are multiplied, the
 * rest uses Stirling's series, whose large terms are subtracted by hand.
 */
export const logRising = (s: number, n: number): number => {
	const first = Math.min(n, Math.max(0, Math.ceil(STIRLING_FROM - s)));
	if (n - first < STIRLING_FROM) return logProduct(s, n);
	return logProduct(s, first) + byStirling(s + first, n - first);
};

/** logFactorial gives log(n!), for an integer n >= 0. */
export const logFactorial = (n: number): number => logRising(1, n);
