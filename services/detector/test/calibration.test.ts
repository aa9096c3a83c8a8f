import { benchFdr } from '@vigie/test/bench-detection/fdr';
import { expect, it } from 'vitest';

const { families, uniformity, likelihoodRatio } = benchFdr('calibration', 1);

it('is right about chance: randomised p-values of 10 000 weeks are uniform (Kolmogorov-Smirnov)', () => {
	expect(uniformity.weeks).toBe(10_000);
	expect(uniformity.p).toBeGreaterThan(0.001);
});

it('has likelihood ratios of mean 1 under no change', () => {
	expect(Math.abs(likelihoodRatio.mean - 1)).toBeLessThan(4 * likelihoodRatio.se);
});

it.each(families)(
	'keeps the share of false signals among 3 000 series below 10 %, for phi $phi',
	({ fdr, se, power }) => {
		expect(fdr).toBeLessThan(0.1 + 2 * se);
		expect(power).toBeGreaterThan(0.03);
	},
);
