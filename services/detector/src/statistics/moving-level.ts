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

const MOVING: readonly Hypothesis[] = MEMORIES.flatMap((memory) =>
	GROWTHS.flatMap((growth) => DISPERSIONS.map((phi) => ({ memory, growth, phi }))),
);
const STEADY: readonly Hypothesis[] = DISPERSIONS.map((phi) => ({ memory: MEMORIES[0], growth: 0, phi }));

/** How much of the weights lasts a week: seasons turn, and what was true in spring may not be in summer. */
const WEIGHTS_LAST = 0.97;

/** The prior of the level weighs as much as this many events. */
const PRIOR_EVENTS = 2;

const MOST_WEEKS = 77;
const STEP_WEEKS = 26;
const STEADY_GAP = 8;

/** Believed holds, for each hypothesis, the gamma law of the level (shape, rate) and the weight of the hypothesis. */
interface Believed {
	readonly hypotheses: readonly Hypothesis[];
	readonly shape: Float64Array;
	readonly rate: Float64Array;
	readonly weight: Float64Array;
}

const age = ({ hypotheses, shape, rate, weight }: Believed): void => {
	let sum = 0;
	hypotheses.forEach(({ memory, growth }, i) => {
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
	const { hypotheses, shape, rate, weight } = believed;
	let most = -Infinity;
	const logs = hypotheses.map(({ phi }, i) => {
		const log = Math.log(weight[i] as number) + logProbability(y, predictiveOf(believed, i, phi, exposure));
		most = Math.max(most, log);
		return log;
	});
	const raw = logs.map((log) => Math.exp(log - most));
	const sum = raw.reduce((total, one) => total + one, 0);
	hypotheses.forEach(({ phi }, i) => {
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
	believed.hypotheses.forEach((hypothesis, i) => {
		const weight = believed.weight[i] as number;
		const one = predictiveOf(believed, i, hypothesis.phi, exposure);
		mu += weight * one.mu;
		square += weight * (one.phi * one.mu + one.mu ** 2);
		phi += weight * hypothesis.phi;
	});
	const spread = Math.max(phi, (square - mu ** 2) / mu);
	return { mu, phi, spread, squaredError: (spread - phi) / mu };
};

interface Priors {
	readonly priorMean: number;
	readonly season?: readonly number[];
	readonly from?: number;
	/**
	 * Holds the level steady, and learns none of the last weeks: a lasting change must not be learnt before it is seen, nor be taken for the growth that goes on.
	 */
	readonly steady?: boolean;
}

/** Followed is what is believed of a series after the weeks up to one: the next week goes on from there. */
interface Followed {
	readonly start: number;
	readonly priorMean: number;
	readonly season: readonly number[] | undefined;
	readonly believed: Believed;
	weeks: number;
	/** First week not learnt yet. */
	next: number;
}

const followed = new WeakMap<WeeklySeries, Map<boolean, Followed>>();

const begin = (start: number, { priorMean, season, steady }: Priors): Followed => {
	const hypotheses = steady ? STEADY : MOVING;
	return {
		start,
		priorMean,
		season,
		believed: {
			hypotheses,
			shape: new Float64Array(hypotheses.length).fill(PRIOR_EVENTS),
			rate: new Float64Array(hypotheses.length).fill(PRIOR_EVENTS / Math.max(priorMean, 1e-6)),
			weight: new Float64Array(hypotheses.length).fill(1 / hypotheses.length),
		},
		weeks: 0,
		next: start,
	};
};

/** lastLearnt gives the first week that is not learnt. */
const lastLearnt = (week: number, { steady = false }: Priors): number => (steady ? week - STEADY_GAP : week);

/** resume gives what is believed already when the same question was asked of an earlier week: series only grow, past weeks never change. */
const resume = (series: WeeklySeries, week: number, priors: Priors): Followed => {
	const { priorMean, season, from = 0, steady = false } = priors;
	// Moved by half a year at a time, so that a week can go on from the one before.
	const start = Math.max(from, STEP_WEEKS * Math.ceil((week - MOST_WEEKS) / STEP_WEEKS), 0);
	const ofSeries = followed.get(series) ?? new Map<boolean, Followed>();
	const known = ofSeries.get(steady);
	const goesOn =
		known?.start === start &&
		known.next <= lastLearnt(week, priors) &&
		known.priorMean === priorMean &&
		known.season === season;
	const going = goesOn ? known : begin(start, priors);
	followed.set(series, ofSeries.set(steady, going));
	return going;
};

/**
 * expectByMovingLevel follows the level of a series of 8 to 77 weeks, without season or lasting trend: a gamma-Poisson level under several
 * hypotheses of memory, growth and dispersion, averaged by how well each foretold the weeks so far. It learns up to the week before, for
 * there is no older past to rest on. `priorMean` is events per unit of exposure (the parent's); `season` gives each week's usual
 * multiple, pooled over a family, when one is known. Null when nobody reported in the week judged. Asked of one series week after
 * week, it goes on from the week before: the same answer, without learning the whole past again.
 *
 * Sources: West and Harrison 1997 (discounting); Raftery, Kárný and Ettler 2010 (dynamic model averaging).
 */
export const expectByMovingLevel = (
	series: WeeklySeries,
	week: number,
	priors: Priors,
): Expectation | null => {
	const exposure = (at: number): number => (exposureAt(series, at) ?? 0) * (priors.season?.[at] ?? 1);
	if (exposure(week) <= 0) return null;
	const going = resume(series, week, priors);
	const { believed } = going;
	const until = lastLearnt(week, priors);
	for (; going.next < until; going.next += 1) {
		age(believed);
		if (!isUsable(series, going.next) || exposure(going.next) <= 0) continue;
		learn(believed, countAt(series, going.next) ?? 0, exposure(going.next));
		going.weeks += 1;
	}
	// The week itself is a step further (and those left out), which only a copy takes.
	const ahead = {
		hypotheses: believed.hypotheses,
		shape: believed.shape.slice(),
		rate: believed.rate.slice(),
		weight: believed.weight.slice(),
	};
	for (let at = until; at <= week; at += 1) age(ahead);
	const { weeks } = going;
	return { model: 'movingLevel', rung: 'short', trend: false, weeks, ...mixtureOf(ahead, exposure(week)) };
};
