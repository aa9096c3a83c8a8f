import { decreasing, maximumEntropy } from './p-row.js';

/** Noise describes a perturbation table; it is public, only the keys are secret. */
export interface Noise {
	/** Largest perturbation: |y - n| <= D. */
	readonly D: number;
	/** Variance of the perturbation. */
	readonly V: number;
	/** Perturbed values 1..js never appear. */
	readonly js: number;
	/** Smallest probability of leaving a count as it is; goes with probabilities that fall away from 0. */
	readonly pstay?: number;
}

/** Chance is one step of a row: the perturbation v has probability p, and takes the keys up to `upTo`. */
export interface Chance {
	readonly v: number;
	readonly p: number;
	readonly upTo: number;
}

/** PTable holds one row a count, from 0 to D + js + 1; the last one serves every larger count. */
export type PTable = readonly (readonly Chance[])[];

// Bounds sit on a grid far coarser than the last digit of Math.exp, so that every machine releases the same bytes.
const GRID = 2 ** 40;

const targetsOf = (count: number, { D, js }: Noise): number[] => {
	const lowest = Math.max(count - D, 0);
	const all = Array.from({ length: count + D - lowest + 1 }, (_, index) => lowest + index);
	return all.filter((target) => target === 0 || target > js);
};

const distributionOf = (values: readonly number[], { V, pstay }: Noise): Map<number, number> => {
	if (pstay === undefined) {
		const each = maximumEntropy(
			values.map((v) => [v]),
			{ mass: 1, mean: 0, square: V },
		);
		return new Map(values.map((v, index) => [v, each[index] ?? 0]));
	}
	const free = decreasing(values, { mass: 1, mean: 0, square: V });
	if ((free.get(0) ?? 1) >= pstay) return free;
	const others = values.filter((v) => v !== 0);
	return decreasing(others, { mass: 1 - pstay, mean: 0, square: V }).set(0, pstay);
};

const rowOf = (count: number, noise: Noise): Chance[] => {
	const values = targetsOf(count, noise).map((target) => target - count);
	const distribution = distributionOf(values, noise);
	let sum = 0;
	let before = 0;
	return values.map((v, index) => {
		sum += distribution.get(v) ?? 0;
		const upTo = index === values.length - 1 ? 1 : Math.round(sum * GRID) / GRID;
		const chance = { v, p: upTo - before, upTo };
		before = upTo;
		return chance;
	});
};

/**
 * solvePTable builds the perturbation table of a noise: for each count, the distribution of largest entropy that is
 * unbiased, of variance V, bounded by D, and never lands in 1..js. Row 0 leaves zero as it is.
 * Errors: RangeError when a row cannot reach the variance.
 */
export const solvePTable = (noise: Noise): PTable => [
	[{ v: 0, p: 1, upTo: 1 }],
	...Array.from({ length: noise.D + noise.js + 1 }, (_, index) => rowOf(index + 1, noise)),
];
