/**
 * Small symmetric systems, solved in place by Cholesky's factors. A matrix is a Float64Array of n * n numbers of which the lower
 * triangle counts. A column that adds nothing to those before it is left out (its solution is 0), as a regression does with
 * collinear columns.
 */

// Share of its own size that a column must keep, once the others are taken away, to be told from rounding.
const INDEPENDENT = 1e-11;

/** factor replaces the lower triangle of a matrix by its Cholesky factor; a left-out column has a zero on the diagonal. */
export const factor = (matrix: Float64Array, n: number): void => {
	for (let j = 0; j < n; j += 1) {
		let pivot = matrix[j * n + j] as number;
		const size = pivot;
		for (let k = 0; k < j; k += 1) pivot -= (matrix[j * n + k] as number) ** 2;
		const root = pivot > INDEPENDENT * size && size > 0 ? Math.sqrt(pivot) : 0;
		matrix[j * n + j] = root;
		for (let i = j + 1; i < n; i += 1) {
			let sum = matrix[i * n + j] as number;
			for (let k = 0; k < j; k += 1) sum -= (matrix[i * n + k] as number) * (matrix[j * n + k] as number);
			matrix[i * n + j] = root === 0 ? 0 : sum / root;
		}
	}
};

/** forward solves L x = b in place, L being what `factor` left. */
export const forward = (factored: Float64Array, n: number, b: Float64Array): void => {
	for (let i = 0; i < n; i += 1) {
		let sum = b[i] as number;
		for (let k = 0; k < i; k += 1) sum -= (factored[i * n + k] as number) * (b[k] as number);
		const root = factored[i * n + i] as number;
		b[i] = root === 0 ? 0 : sum / root;
	}
};

/** backward solves L' x = b in place. */
export const backward = (factored: Float64Array, n: number, b: Float64Array): void => {
	for (let i = n - 1; i >= 0; i -= 1) {
		let sum = b[i] as number;
		for (let k = i + 1; k < n; k += 1) sum -= (factored[k * n + i] as number) * (b[k] as number);
		const root = factored[i * n + i] as number;
		b[i] = root === 0 ? 0 : sum / root;
	}
};

/** rankOf counts the columns that were kept. */
export const rankOf = (factored: Float64Array, n: number): number => {
	let rank = 0;
	for (let j = 0; j < n; j += 1) if ((factored[j * n + j] as number) > 0) rank += 1;
	return rank;
};
