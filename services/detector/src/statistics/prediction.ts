import { forward } from './cholesky.js';
import type { QuasiPoissonFit } from './quasi-poisson.js';

/** predict gives the mean of a week from its row and log exposure, and the squared standard error of its logarithm. */
export const predict = (
	{ coefficients, factored, phi }: QuasiPoissonFit,
	row: readonly number[],
	offset: number,
): { mu: number; squaredError: number } => {
	const eta = row.reduce((sum, cell, a) => sum + cell * (coefficients[a] as number), offset);
	const solved = Float64Array.from(row);
	forward(factored, row.length, solved);
	return { mu: Math.exp(eta), squaredError: phi * solved.reduce((sum, cell) => sum + cell * cell, 0) };
};
