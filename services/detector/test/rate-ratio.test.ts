import { incompleteBeta } from '@vigie/detector/statistics/incomplete-beta';
import { rateRatio } from '@vigie/detector/statistics/rate-ratio';
import { expect, it } from 'vitest';

/** atLeast gives P(X >= k) of a binomial, term by term: another way to the incomplete beta function. */
const atLeast = (k: number, n: number, p: number): number => {
	let [term, sum] = [(1 - p) ** n, 0];
	for (let i = 0; i <= n; i += 1) {
		if (i >= k) sum += term;
		term *= ((n - i) / (i + 1)) * (p / (1 - p));
	}
	return sum;
};

/** A small generator, seeded: the same draws each time. */
const generator = (seed: number) => {
	let state = seed;
	return (): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
};
const poisson = (mean: number, random: () => number): number => {
	let [count, product] = [0, random()];
	for (const limit = Math.exp(-mean); product > limit; count += 1) product *= random();
	return count;
};

it.each([
	[1, 10, 0.3],
	[4, 10, 0.5],
	[17, 40, 0.31],
	[120, 300, 0.42],
])('the incomplete beta function is the tail of a binomial: at least %d of %d at %d', (k, n, p) => {
	expect(incompleteBeta(p, k, n - k + 1)).toBeCloseTo(atLeast(k, n, p), 10);
});

it('a half is a half, whatever the size of a symmetric law', () => {
	for (const a of [0.5, 1, 7.3, 400]) expect(incompleteBeta(0.5, a, a)).toBeCloseTo(0.5, 10);
});

it('the bounds are those under which what was counted is one time in forty on each side', () => {
	const [a, b, A, B] = [30, 12, 20, 25];
	const { ratio, low, high } = rateRatio({ count: a, expected: A }, { count: b, expected: B });
	const shareAt = (rho: number): number => (rho * B) / (rho * B + A);

	expect(ratio).toBeCloseTo(12 / 25 / (30 / 20), 12);
	expect(atLeast(b, a + b, shareAt(low))).toBeCloseTo(0.025, 8);
	expect(1 - atLeast(b + 1, a + b, shareAt(high))).toBeCloseTo(0.025, 8);
});

it.each([0.4, 1, 2.5])('the interval holds a true ratio of %d at least nineteen times in twenty', (rho) => {
	const random = generator(7);
	const rounds = 2_000;
	let held = 0;
	for (let round = 0; round < rounds; round += 1) {
		const before = { count: poisson(24, random), expected: 24 };
		const after = { count: poisson(24 * rho, random), expected: 24 };
		const { low, high } = rateRatio(before, after);
		if (low <= rho && rho <= high) held += 1;
	}

	expect(held / rounds).toBeGreaterThanOrEqual(0.95);
	// Exact, and so a little wide; not uselessly so.
	expect(held / rounds).toBeLessThan(0.99);
});

it('counts more dispersed than Poisson make it wider; nothing before leaves it open above', () => {
	const [before, after] = [
		{ count: 60, expected: 60 },
		{ count: 30, expected: 60 },
	];
	const plain = rateRatio(before, after);
	const dispersed = rateRatio(before, after, 3);

	expect(dispersed.ratio).toBeCloseTo(plain.ratio, 12);
	expect(dispersed.high - dispersed.low).toBeGreaterThan(plain.high - plain.low);
	expect(rateRatio({ count: 0, expected: 5 }, after).high).toBe(Infinity);
	expect(rateRatio(before, { count: 0, expected: 5 }).low).toBe(0);
	expect(() => rateRatio(before, { count: 1, expected: 0 })).toThrow(RangeError);
});
