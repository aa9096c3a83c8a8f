import { createRandom, normal, type Random } from '@vigie/demonstration/random';
import { adjustFamily, type Tested } from '@vigie/detector/statistics/families';
import { logLikelihoodRatio } from '@vigie/detector/statistics/likelihood-ratio';
import { logProbability, midP, upperTail } from '@vigie/detector/statistics/negative-binomial';
import { drawCount } from './scenarios.js';

/** 3 000 sparse series, 1 % of them with a real excess, the baseline known to 15 %. */
const DESIGN = { series: 3_000, trueShare: 0.01, baselineError: 0.15, runs: 20 } as const;

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

interface Run {
	readonly falseShare: number;
	readonly power: number;
	readonly alerts: number;
}

const testedOf = (random: Random, phi: number, index: number): Tested => {
	const isTrue = index < DESIGN.series * DESIGN.trueShare;
	// Median of one event a week, from a tenth to ten.
	const mean = Math.exp(normal(random));
	const y = drawCount(random, isTrue ? 3 * mean + 3 : mean, phi);
	const mu = mean * Math.exp(DESIGN.baselineError * normal(random));
	const spread = phi + DESIGN.baselineError ** 2 * mu;
	return {
		series: `${isTrue ? 'true' : 'null'}-${index}`,
		level: 0,
		parent: null,
		midp: midP(y, { mu, phi: spread }),
		expected: mu,
		weeks: 260,
	};
};

const runOnce = (random: Random, phi: number): Run => {
	const tested = Array.from({ length: DESIGN.series }, (_, index) => testedOf(random, phi, index));
	const rejected = [...adjustFamily(tested)].filter(([, q]) => q <= 0.1).map(([series]) => series);
	const found = rejected.filter((series) => series.startsWith('true')).length;
	return {
		falseShare: (rejected.length - found) / Math.max(1, rejected.length),
		power: found / (DESIGN.series * DESIGN.trueShare),
		alerts: rejected.length,
	};
};

const meanOf = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const errorOf = (values: readonly number[]): number => {
	const mean = meanOf(values);
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
	return Math.sqrt(variance / values.length);
};

/** kolmogorovP gives the probability of a Kolmogorov-Smirnov distance at least this large under uniformity. */
const kolmogorovP = (distance: number, n: number): number => {
	const x = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
	let sum = 0;
	for (let k = 1; k <= 100; k += 1) sum += (-1) ** (k - 1) * Math.exp(-2 * k * k * x * x);
	return Math.min(1, Math.max(0, 2 * sum));
};

/** uniformity draws randomised p-values under the model itself: P(Y > y) + U x P(Y = y) must be uniform. */
const uniformity = (random: Random, weeks: number) => {
	const values = Array.from({ length: weeks }, () => {
		const count = { mu: Math.exp(1.5 * normal(random)), phi: 1 + 2 * random.uniform() };
		const y = drawCount(random, count.mu, count.phi);
		return upperTail(y, count) - random.uniform() * Math.exp(logProbability(y, count));
	}).sort((a, b) => a - b);
	const distance = Math.max(
		...values.map((value, i) => Math.max(value - i / weeks, (i + 1) / weeks - value)),
	);
	return { weeks, distance: round(distance), p: round(kolmogorovP(distance, weeks)) };
};

/** likelihoodMean gives the mean of the likelihood ratio under no change, which is 1 whatever the multiple. */
const likelihoodMean = (random: Random, draws: number) => {
	const ratios = Array.from({ length: draws }, () => {
		const count = { mu: 0.3 + 4 * random.uniform(), phi: 1.2 + random.uniform() };
		const multiple = 1.1 + 0.9 * random.uniform();
		return Math.exp(logLikelihoodRatio(drawCount(random, count.mu, count.phi), count, multiple * count.mu));
	});
	return { draws, mean: round(meanOf(ratios)), se: round(errorOf(ratios)) };
};

/** benchFdr gives the share of false signals among those of a run, and checks what it rests on. */
export const benchFdr = (seed: string, replicates: number) => {
	const families = [1.3, 2].map((phi) => {
		const random = createRandom(`${seed}/fdr/${phi}`);
		const runs = Array.from({ length: DESIGN.runs * replicates }, () => runOnce(random, phi));
		const shares = runs.map(({ falseShare }) => falseShare);
		return {
			phi,
			fdr: round(meanOf(shares)),
			se: round(errorOf(shares)),
			power: round(meanOf(runs.map(({ power }) => power))),
			alerts: round(meanOf(runs.map(({ alerts }) => alerts))),
		};
	});
	return {
		q: 0.1,
		...DESIGN,
		runs: DESIGN.runs * replicates,
		families,
		uniformity: uniformity(createRandom(`${seed}/uniformity`), 10_000),
		likelihoodRatio: likelihoodMean(createRandom(`${seed}/likelihood`), 200_000),
	};
};
