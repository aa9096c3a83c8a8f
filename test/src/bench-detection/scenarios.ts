import { createRandom, negativeBinomial, normal, poisson, type Random } from '@vigie/demonstration/random';

/** The 42 scenarios of Noufaily et al. 2013, reused by Bédubourg and Le Strat 2017: 7 parameter sets x 3 seasons x 2 trends. */
export interface Scenario {
	readonly number: number;
	readonly theta: number;
	readonly beta: number;
	readonly cosine: number;
	readonly sine: number;
	readonly phi: number;
	/** Harmonics of the season: 0, 1 or 2. */
	readonly season: number;
}

const SETS = [
	{ theta: 0.1, beta: 0.0025, cosine: 0.6, sine: 0.6, phi: 1.5 },
	{ theta: -2, beta: 0.005, cosine: 0.1, sine: 0.3, phi: 2 },
	{ theta: 1.5, beta: 0.003, cosine: 0.2, sine: -0.4, phi: 1 },
	{ theta: 0.5, beta: 0.002, cosine: 0.5, sine: 0.5, phi: 5 },
	{ theta: 2.5, beta: 0.001, cosine: 1, sine: 0.1, phi: 3 },
	{ theta: 3.75, beta: 0.001, cosine: 0.1, sine: -0.1, phi: 1.1 },
	{ theta: 5, beta: 0.0001, cosine: 0.05, sine: 0.01, phi: 1.2 },
] as const;

export const SCENARIOS: readonly Scenario[] = SETS.flatMap((set, index) =>
	[0, 1].flatMap((trend) =>
		[0, 1, 2].map((season) => ({
			...set,
			beta: set.beta * trend,
			season,
			number: 6 * index + 3 * trend + season + 1,
		})),
	),
);

/** Weeks 1-312 train, 313-575 are the baseline, 576-624 are scored; all indexes here begin at 0. */
export const WEEKS = 624;
export const BASELINE_FROM = 312;
export const SCORED_FROM = 575;
export const SCORED = WEEKS - SCORED_FROM;

/** meanAt gives the mean of a week (index from 0). */
export const meanAt = ({ theta, beta, cosine, sine, season }: Scenario, week: number): number => {
	const t = week + 1;
	let eta = theta + beta * t;
	for (let harmonic = 1; harmonic <= season; harmonic += 1) {
		const angle = (2 * Math.PI * harmonic * t) / 52;
		eta += cosine * Math.cos(angle) + sine * Math.sin(angle);
	}
	return Math.exp(eta);
};

/** drawCount draws a count of variance phi times its mean. */
export const drawCount = (random: Random, mean: number, phi: number): number =>
	phi === 1 ? poisson(random, mean) : negativeBinomial(random, mean, phi);

/** Simulated is a series and the truth about it. */
export interface Simulated {
	readonly scenario: Scenario;
	readonly counts: readonly number[];
	/** First and last week of the current outbreak. */
	readonly outbreak: { readonly start: number; readonly end: number } | null;
}

const LEAST_SIZE = 2;

/** addOutbreak adds cases that begin in a week: 50 % in it, 42 % in the next, 7 % in the one after; it gives the last week hit. */
const addOutbreak = (
	random: Random,
	counts: number[],
	scenario: Scenario,
	start: number,
	strength: number,
): number => {
	const deviation = Math.sqrt(scenario.phi * meanAt(scenario, start));
	let size = 0;
	while (size < LEAST_SIZE) size = poisson(random, strength * deviation);
	let end = start;
	for (let one = 0; one < size; one += 1) {
		const week = start + Math.floor(Math.exp(0.5 * normal(random)));
		if (week >= counts.length) continue;
		counts[week] = (counts[week] ?? 0) + 1;
		end = Math.max(end, week);
	}
	return end;
};

const between = (random: Random, from: number, to: number): number =>
	from + Math.floor(random.uniform() * (to - from));

/** simulate draws a series: 4 past outbreaks of strength `past` and one current of strength `current` (0: none), in standard deviations. */
export const simulate = (name: string, scenario: Scenario, past: number, current: number): Simulated => {
	const random = createRandom(name);
	const counts = Array.from({ length: WEEKS }, (_, week) =>
		drawCount(random, meanAt(scenario, week), scenario.phi),
	);
	if (past > 0)
		for (let one = 0; one < 4; one += 1)
			addOutbreak(random, counts, scenario, between(random, BASELINE_FROM, SCORED_FROM), past);
	if (current === 0) return { scenario, counts, outbreak: null };
	const start = between(random, SCORED_FROM, WEEKS);
	return {
		scenario,
		counts,
		outbreak: { start, end: addOutbreak(random, counts, scenario, start, current) },
	};
};

const PAST = [0, 2, 3, 5, 10] as const;

/** weeklyDesign draws the grid of 2017: for each scenario and past strength, one series without and two with a current outbreak of random strength 1-10. */
export function* weeklyDesign(seed: string, replicates: number): Generator<Simulated> {
	for (let replicate = 0; replicate < replicates; replicate += 1)
		for (const scenario of SCENARIOS)
			for (const past of PAST) {
				const name = `${seed}/weekly/${replicate}/${scenario.number}/${past}`;
				yield simulate(`${name}/none`, scenario, past, 0);
				const random = createRandom(`${name}/strengths`);
				for (const one of [1, 2]) yield simulate(`${name}/${one}`, scenario, past, between(random, 1, 11));
			}
}
