const STIRLING_FROM = 32;

/** logGamma gives log Gamma(x) for x > 0: the first factors by hand, then four terms of Stirling's series. */
export const logGamma = (x: number): number => {
	if (!(x > 0)) throw new RangeError('log Gamma is asked of a number above 0');
	let [at, product, taken] = [x, 1, 0];
	for (; at < STIRLING_FROM; at += 1) {
		product *= at;
		if (product > 1e200) {
			taken += Math.log(product);
			product = 1;
		}
	}
	taken += Math.log(product);
	const square = at * at;
	const rest = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / at;
	return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + rest - taken;
};
