import { fitQuasiPoisson, type QuasiPoissonFit, type Regression } from './quasi-poisson.js';

/** Beyond this many standard deviations a past week weighs less: it may have been an incident. */
const OUTLYING = 2.58;

/** anscombeResiduals standardises counts so that past incidents can be told from chance. */
const anscombeResiduals = (y: Float64Array, { mu, leverage, phi }: QuasiPoissonFit): Float64Array =>
	y.map((count, i) => {
		const mean = mu[i] as number;
		const raw = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
		return raw / Math.sqrt(phi * (1 - (leverage[i] as number)));
	});

const outlierWeights = (residuals: Float64Array): Float64Array => {
	const raw = residuals.map((s) => (s > OUTLYING ? 1 / (s * s) : 1));
	const scale = raw.length / raw.reduce((sum, weight) => sum + weight, 0);
	return raw.map((weight) => weight * scale);
};

/**
 * fitReweighted fits twice: once as is, once with the weeks that stood out (Anscombe residual s > 2.58) weighing s^-2, so that past
 * incidents do not hide new ones. The dispersion is the second fit's. Null when the first does not converge.
 *
 * Source: Noufaily et al. 2013 (threshold 2.58), after Farrington et al. 1996.
 */
export const fitReweighted = (regression: Regression): QuasiPoissonFit | null => {
	const first = fitQuasiPoisson(regression, new Float64Array(regression.y.length).fill(1));
	if (!first?.converged) return null;
	return fitQuasiPoisson(regression, outlierWeights(anscombeResiduals(regression.y, first)));
};
