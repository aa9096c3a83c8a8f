import { createRandom, type Random } from '@vigie/demonstration/random';

/** Interval is a 95 % interval. */
export type Interval = readonly [low: number, high: number];

const TAIL = 0.025;
const RESAMPLES = 400;

const logFactorials = [0];
const logFactorial = (n: number): number => {
	for (let next = logFactorials.length; next <= n; next += 1)
		logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
	return logFactorials[n] ?? 0;
};

/** atMost gives P(X <= k) of a binomial law. */
const atMost = (k: number, n: number, p: number): number => {
	if (p <= 0) return 1;
	if (p >= 1) return k >= n ? 1 : 0;
	let sum = 0;
	for (let i = 0; i <= k; i += 1)
		sum += Math.exp(
			logFactorial(n) - logFactorial(i) - logFactorial(n - i) + i * Math.log(p) + (n - i) * Math.log1p(-p),
		);
	return Math.min(1, sum);
};

const crossing = (isAbove: (p: number) => boolean): number => {
	let [low, high] = [0, 1];
	for (let step = 0; step < 40; step += 1) {
		const middle = (low + high) / 2;
		if (isAbove(middle)) high = middle;
		else low = middle;
	}
	return (low + high) / 2;
};

/** exactInterval is the interval of Clopper and Pearson for k successes of n; [0, 1] without a trial. */
export const exactInterval = (k: number, n: number): Interval => {
	if (n === 0) return [0, 1];
	return [
		k === 0 ? 0 : crossing((p) => 1 - atMost(k - 1, n, p) > TAIL),
		k === n ? 1 : crossing((p) => atMost(k, n, p) < TAIL),
	];
};

const meanOf = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const resampled = (values: readonly number[], random: Random): number =>
	meanOf(values.map(() => values[Math.floor(random.uniform() * values.length)] ?? 0));

/** bootstrapInterval is the interval of a mean, by drawing the values again. */
export const bootstrapInterval = (values: readonly number[], seed: string): Interval => {
	const random = createRandom(`bootstrap/${seed}`);
	const means = Array.from({ length: RESAMPLES }, () => resampled(values, random)).sort((a, b) => a - b);
	return [means[Math.floor(RESAMPLES * TAIL)] ?? 0, means[Math.ceil(RESAMPLES * (1 - TAIL)) - 1] ?? 0];
};
