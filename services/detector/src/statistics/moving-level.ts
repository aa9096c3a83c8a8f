import type { Expectation } from './expectation.js';
import { logProbability } from './negative-binomial.js';
import { countAt, exposureAt, isUsable, type WeeklySeries } from './weekly-series.js';

/**
 * What may be true of a series too young to show a season: how fast its level is forgotten, how it drifts, how dispersed it is. Each is tried,
 * and weighs by how well it foretold the weeks so far.
 */
interface Hypothesis {
	/** Share of what is known of the level that lasts a week. */
	readonly memory: number;
	/** Log growth a week. */
	readonly growth: number;
	readonly phi: number;
}

const MEMORIES = [0.98, 0.9, 0.75] as const;
const GROWTHS = [-0.08, 0, 0.08] as const;
const DISPERSIONS = [1, 1.5, 2.5, 5] as const;

const HYPOTHESES: readonly Hypothesis[] = MEMORIES.flatMap((memory) =>
	GROWTHS.flatMap((growth) => DISPERSIONS.map((phi) => ({ memory, growth, phi }))),
);

/** How much of the weights lasts a week: seasons turn, and what was true in spring may not be in summer. */
const WEIGHTS_LAST = 0.97;

/** The prior of the level weighs as much as this many events. */
const PRIOR_EVENTS = 2;

const MOST_WEEKS = 77;

/** Believed holds, for each hypothesis, the gamma law of the level (shape, rate) and the weight of the hypothesis. */
interface Believed {
	readonly shape: Float64Array;
	readonly rate: Float64Array;
	readonly weight: Float64Array;
}

const age = ({ shape, rate, weight }: Believed): void => {
	let sum = 0;
	HYPOTHESES.forEach(({ memory, growth }, i) => {
		shape[i] = (shape[i] as number) * memory;
		rate[i] = (rate[i] as number) * memory * Math.exp(-growth);
		weight[i] = (weight[i] as number) ** WEIGHTS_LAST;
		sum += weight[i] as number;
	});
	for (let i = 0; i < weight.length; i += 1) weight[i] = (weight[i] as number) / sum;
};

/** predictiveOf gives the mean and the spread of a count under a hypothesis, the level not being known exactly. */
const predictiveOf = ({ shape, rate }: Believed, i: number, phi: number, exposure: number) => {
	const mu = (exposure * (shape[i] as number)) / (rate[i] as number);
	return { mu, phi: phi + mu / (shape[i] as number) };
};

const learn = (believed: Believed, y: number, exposure: number): void => {
	const { shape, rate, weight } = believed;
	let most = -Infinity;
	const logs = HYPOTHESES.map(({ phi }, i) => {
		const log = Math.log(weight[i] as number) + logProbability(y, predictiveOf(believed, i, phi, exposure));
		most = Math.max(most, log);
		return log;
	});
	const raw = logs.map((log) => Math.exp(log - most));
	const sum = raw.reduce((total, one) => total + one, 0);
	HYPOTHESES.forEach(({ phi }, i) => {
		weight[i] = Math.max((raw[i] ?? 0) / sum, 1e-6);
		shape[i] = (shape[i] as number) + y / phi;
		rate[i] = (rate[i] as number) + exposure / phi;
	});
};

const mixtureOf = (
	believed: Believed,
	exposure: number,
): Pick<Expectation, 'mu' | 'phi' | 'spread' | 'squaredError'> => {
	let [mu, square, phi] = [0, 0, 0];
	HYPOTHESES.forEach((hypothesis, i) => {
		const weight = believed.weight[i] as number;
		const one = predictiveOf(believed, i, hypothesis.phi, exposure);
		mu += weight * one.mu;
		square += weight * (one.phi * one.mu + one.mu ** 2);
		phi += weight * hypothesis.phi;
	});
	const spread = Math.max(phi, (square - mu ** 2) / mu);
	return { mu, phi, spread, squaredError: (spread - phi) / mu };
};

/**
 * expectByMovingLevel follows the level of a series of 8 to 77 weeks, without season or lasting trend: a gamma-Poisson level under several
 * hypotheses of memory, growth and dispersion, averaged by how well each foretold the weeks so far. It learns up to the week before, for
 * there is no older past to rest on. `priorMean` is events per unit of exposure (the parent's); `season` gives each week's usual
 * multiple, pooled over a family, when one is known. Null when nobody reported in the week judged.
 *
 * Sources: West and Harrison 1997 (discounting); Raftery, Kárný and Ettler 2010 (dynamic model averaging).
 */
export const expectByMovingLevel = (
	series: WeeklySeries,
	week: number,
	{ priorMean, season, from = 0 }: { priorMean: number; season?: readonly number[]; from?: number },
): Expectation | null => {
	const exposure = (at: number): number => (exposureAt(series, at) ?? 0) * (season?.[at] ?? 1);
	if (exposure(week) <= 0) return null;
	const believed: Believed = {
		shape: new Float64Array(HYPOTHESES.length).fill(PRIOR_EVENTS),
		rate: new Float64Array(HYPOTHESES.length).fill(PRIOR_EVENTS / Math.max(priorMean, 1e-6)),
		weight: new Float64Array(HYPOTHESES.length).fill(1 / HYPOTHESES.length),
	};
	let weeks = 0;
	for (let at = Math.max(from, week - MOST_WEEKS, 0); at < week; at += 1) {
		age(believed);
		if (!isUsable(series, at) || exposure(at) <= 0) continue;
		learn(believed, countAt(series, at) ?? 0, exposure(at));
		weeks += 1;
	}
	age(believed);
	return { model: 'movingLevel', rung: 'short', trend: false, weeks, ...mixtureOf(believed, exposure(week)) };
};
