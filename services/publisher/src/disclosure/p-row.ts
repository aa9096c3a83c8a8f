/**
 * One row of a perturbation table: the maximum-entropy distribution of v under a mean and a variance.
 * Closed form: p(v) = exp(a v + b v²) / Z; members tied together share the exponent's mean.
 */

/** Tie is a run of neighbouring perturbations that share one probability. */
type Tie = readonly number[];

interface Moments {
	readonly mass: number;
	readonly mean: number;
	readonly square: number;
}

const STEPS = 200;
const PRECISION = 1e-14;

const meanOf = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** probabilities gives p of each member of each tie for the multipliers (a, b), and the logarithm of Z. */
const probabilities = (ties: readonly Tie[], a: number, b: number, mass: number) => {
	const exponents = ties.map((tie) => a * meanOf(tie) + b * meanOf(tie.map((v) => v * v)));
	const highest = Math.max(...exponents);
	const weights = exponents.map((exponent) => Math.exp(exponent - highest));
	const sum = weights.reduce((total, weight, index) => total + weight * (ties[index]?.length ?? 0), 0);
	return { each: weights.map((weight) => (mass * weight) / sum), logZ: highest + Math.log(sum) };
};

const gradientAndHessian = (ties: readonly Tie[], each: readonly number[], moments: Moments) => {
	let [m1, m2, m11, m12, m22] = [0, 0, 0, 0, 0];
	ties.forEach((tie, index) => {
		const share = ((each[index] ?? 0) * tie.length) / moments.mass;
		const [f1, f2] = [meanOf(tie), meanOf(tie.map((v) => v * v))];
		m1 += share * f1;
		m2 += share * f2;
		m11 += share * f1 * f1;
		m12 += share * f1 * f2;
		m22 += share * f2 * f2;
	});
	return {
		g1: m1 - moments.mean / moments.mass,
		g2: m2 - moments.square / moments.mass,
		h11: m11 - m1 * m1,
		h12: m12 - m1 * m2,
		h22: m22 - m2 * m2,
	};
};

/**
 * maximumEntropy solves for the probabilities of each tie's members so that Σ p = mass, Σ v p = mean, Σ v² p = square, by
 * a damped two-variable Newton on the convex dual. Errors: RangeError when no such distribution exists.
 */
export const maximumEntropy = (ties: readonly Tie[], moments: Moments): number[] => {
	let [a, b] = [0, 0];
	const dual = (x: number, y: number): number =>
		probabilities(ties, x, y, moments.mass).logZ - (x * moments.mean + y * moments.square) / moments.mass;
	for (let step = 0; step < STEPS; step += 1) {
		const { each } = probabilities(ties, a, b, moments.mass);
		const { g1, g2, h11, h12, h22 } = gradientAndHessian(ties, each, moments);
		if (Math.abs(g1) < PRECISION && Math.abs(g2) < 25 * PRECISION) return each;
		const determinant = h11 * h22 - h12 * h12;
		const da = -(h22 * g1 - h12 * g2) / determinant;
		const db = -(h11 * g2 - h12 * g1) / determinant;
		if (!Number.isFinite(da) || !Number.isFinite(db)) break;
		const here = dual(a, b);
		let damping = 1;
		while (damping > 1e-9 && dual(a + damping * da, b + damping * db) > here + 1e-13) damping /= 2;
		a += damping * da;
		b += damping * db;
	}
	const { each } = probabilities(ties, a, b, moments.mass);
	const { g1, g2 } = gradientAndHessian(ties, each, moments);
	if (Math.abs(g1) < 1e-11 && Math.abs(g2) < 1e-10) return each;
	throw new RangeError('no distribution has this mean and variance on these perturbations');
};

const violates = (inner: number, outer: number): boolean => outer > inner + 1e-12;

/**
 * decreasing solves with p falling away from v = 0 on each side (`values` ascending): neighbours that would violate it are tied equal,
 * then all is solved again, until none does.
 */
export const decreasing = (values: readonly number[], moments: Moments): Map<number, number> => {
	let ties: number[][] = values.map((v) => [v]);
	for (;;) {
		const each = maximumEntropy(ties, moments);
		const at = ties.findIndex((tie, index) => {
			const next = ties[index + 1];
			const [left, right] = [each[index] ?? 0, each[index + 1] ?? 0];
			if (!next || (tie.at(-1) ?? 0) * (next[0] ?? 0) < 0) return false;
			return (next[0] ?? 0) < 0 || (next.at(-1) ?? 0) <= 0 ? violates(right, left) : violates(left, right);
		});
		if (at === -1)
			return new Map(ties.flatMap((tie, index) => tie.map((v): [number, number] => [v, each[index] ?? 0])));
		ties = [...ties.slice(0, at), [...(ties[at] ?? []), ...(ties[at + 1] ?? [])], ...ties.slice(at + 2)];
	}
};
