import { backward, factor, forward, rankOf } from './cholesky.js';

/** Regression is what a log-linear model of counts is fitted on: one row a week. */
export interface Regression {
	/** Counts. */
	readonly y: Float64Array;
	/** Rows of `columns` numbers, one after the other. */
	readonly design: Float64Array;
	readonly columns: number;
	/** Logarithm of the exposure of each row. */
	readonly offset: Float64Array;
}

/** QuasiPoissonFit is a fitted model; vectors have one element a row of the regression. */
export interface QuasiPoissonFit {
	readonly coefficients: Float64Array;
	/** Fitted means. */
	readonly mu: Float64Array;
	/** Leverage of each row, in [0, 1]. */
	readonly leverage: Float64Array;
	/** Pearson's chi-square over its degrees of freedom, at least 1. */
	readonly phi: number;
	/** Cholesky factor of X'WX: what standard errors are made of. */
	readonly factored: Float64Array;
	readonly converged: boolean;
}

const MOST_ITERATIONS = 25;
const CLOSE_ENOUGH = 1e-8;

const deviance = (y: Float64Array, mu: Float64Array, weights: Float64Array): number => {
	let sum = 0;
	for (let i = 0; i < y.length; i += 1) {
		const [count, mean] = [y[i] as number, mu[i] as number];
		const term = count > 0 ? count * Math.log(count / mean) - (count - mean) : mean;
		sum += (weights[i] as number) * term;
	}
	return 2 * sum;
};

/** accumulate sets matrix = X'WX (lower triangle) and right = X'Wz, W = weights x mu. */
const accumulate = (
	{ y, design, columns }: Regression,
	linear: Float64Array,
	mu: Float64Array,
	weights: Float64Array,
	matrix: Float64Array,
	right: Float64Array,
): void => {
	matrix.fill(0);
	right.fill(0);
	for (let i = 0; i < y.length; i += 1) {
		const mean = mu[i] as number;
		const weight = (weights[i] as number) * mean;
		const target = (linear[i] as number) + ((y[i] as number) - mean) / mean;
		for (let a = 0; a < columns; a += 1) {
			const cell = design[i * columns + a] as number;
			if (cell === 0) continue;
			const weighted = weight * cell;
			right[a] = (right[a] as number) + weighted * target;
			for (let b = 0; b <= a; b += 1) {
				const at = a * columns + b;
				matrix[at] = (matrix[at] as number) + weighted * (design[i * columns + b] as number);
			}
		}
	}
};

/** leverages gives w_i x_i' (X'WX)^-1 x_i for each row. */
const leverages = (
	{ design, columns }: Regression,
	working: Float64Array,
	factored: Float64Array,
): Float64Array => {
	const row = new Float64Array(columns);
	return working.map((weight, i) => {
		for (let a = 0; a < columns; a += 1) row[a] = design[i * columns + a] as number;
		forward(factored, columns, row);
		let sum = 0;
		for (let a = 0; a < columns; a += 1) sum += (row[a] as number) ** 2;
		return weight * sum;
	});
};

const dispersion = (y: Float64Array, mu: Float64Array, working: Float64Array, rank: number): number => {
	let [chiSquare, rows] = [0, 0];
	for (let i = 0; i < y.length; i += 1) {
		const weight = working[i] as number;
		if (weight === 0) continue;
		const mean = mu[i] as number;
		chiSquare += weight * (((y[i] as number) - mean) / mean) ** 2;
		rows += 1;
	}
	return rows > rank ? Math.max(1, chiSquare / (rows - rank)) : 1;
};

/**
 * fitQuasiPoisson fits log mu = offset + X beta to weighted counts by iteratively reweighted least squares, with the start, the
 * stopping rule (relative change of the deviance below 1e-8) and the limit (25 steps) of R's glm, so that results can be
 * held against it. What it has when it does not converge is given too, and said. Null when numbers overflow.
 *
 * Source: McCullagh and Nelder 1989, section 2.5.
 */
export const fitQuasiPoisson = (regression: Regression, weights: Float64Array): QuasiPoissonFit | null => {
	const { y, design, columns, offset } = regression;
	const mu = y.map((count) => count + 0.1);
	const linear = mu.map((mean, i) => Math.log(mean) - (offset[i] as number));
	const matrix = new Float64Array(columns * columns);
	const coefficients = new Float64Array(columns);
	const working = new Float64Array(y.length);
	let converged = false;
	let before = deviance(y, mu, weights);
	for (let step = 0; step < MOST_ITERATIONS && !converged; step += 1) {
		for (let i = 0; i < y.length; i += 1) working[i] = (weights[i] as number) * (mu[i] as number);
		accumulate(regression, linear, mu, weights, matrix, coefficients);
		factor(matrix, columns);
		forward(matrix, columns, coefficients);
		backward(matrix, columns, coefficients);
		for (let i = 0; i < y.length; i += 1) {
			let sum = 0;
			for (let a = 0; a < columns; a += 1)
				sum += (design[i * columns + a] as number) * (coefficients[a] as number);
			linear[i] = sum;
			mu[i] = Math.max(Math.exp(sum + (offset[i] as number)), Number.EPSILON);
		}
		const now = deviance(y, mu, weights);
		if (!Number.isFinite(now)) return null;
		converged = Math.abs(now - before) < CLOSE_ENOUGH * (Math.abs(now) + 0.1);
		before = now;
	}
	const phi = dispersion(y, mu, working, rankOf(matrix, columns));
	const leverage = leverages(regression, working, matrix);
	return { coefficients, mu, leverage, phi, factored: matrix, converged };
};
