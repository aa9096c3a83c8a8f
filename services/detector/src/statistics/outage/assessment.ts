import { logLikelihoodRatio } from '../likelihood-ratio.js';
import { type Count, lowerTail, upperTail } from '../negative-binomial.js';
import type { Noise } from './baseline.js';

/** Day holds a series' quarters of an hour since 04:00 local, up to the one that just ended: counts of distinct reporters, and what was expected. */
export interface Day {
	readonly y: ArrayLike<number>;
	readonly mu: ArrayLike<number>;
}

/** Assessment is what a run says of a series. */
export interface Assessment {
	/** Upper tails of the last hour and of the last three. */
	readonly p1h: number;
	readonly p3h: number;
	/** Mixture e-CUSUM since 04:00. */
	readonly evidence: number;
	/** Whether the last two hours stay under the 80 % quantile of what they usually bring. */
	readonly isCalm: boolean;
}

const HOUR = 4;

/** Extra reports an hour among which an outage is sought. */
const EXCESSES = [0.5, 2, 8, 32] as const;

/** The null is inflated: a day may simply be busier than usual. */
const INFLATION = 1.5;

// A bin when nobody ever reports must not make one report infinitely surprising.
const LEAST_MEAN = 1e-4;

const MOST_EVIDENCE = 1e100;

const sumOf = (list: ArrayLike<number>, from: number, to: number): number => {
	let sum = 0;
	for (let i = Math.max(0, from); i < to; i += 1) sum += list[i] ?? 0;
	return sum;
};

/** windowCount gives the law of a window's count: the day and the level move all its bins together. */
const windowCount = (bins: number, mu: number, { phi, dayVariance, squaredError }: Noise): Count => {
	const mean = Math.max(LEAST_MEAN * bins, mu);
	return { mu: mean, phi: phi + (dayVariance + squaredError) * mean };
};

/** windowTail gives P(Y >= y) for a window of that many bins and that mean. */
export const windowTail = (bins: number, y: number, mu: number, noise: Noise): number =>
	y === 0 ? 1 : upperTail(y, windowCount(bins, mu, noise));

const tailOf = ({ y, mu }: Day, bins: number, noise: Noise): number => {
	const from = y.length - bins;
	return windowTail(bins, sumOf(y, from, y.length), sumOf(mu, from, y.length), noise);
};

/** NO_EVIDENCE is where the e-CUSUM of each excess begins, every day at 04:00. */
export const NO_EVIDENCE: readonly number[] = EXCESSES.map(() => 1);

/** nextEvidence adds a quarter of an hour to the e-CUSUM of each excess: C = max(1, C) x LR. */
export const nextEvidence = (
	tracks: readonly number[],
	y: number,
	mu: number,
	phi: number,
): readonly number[] => {
	const count = { mu: INFLATION * Math.max(LEAST_MEAN, mu), phi };
	return EXCESSES.map((excess, i) => {
		const likelihood = Math.exp(logLikelihoodRatio(y, count, count.mu + excess / HOUR));
		return Math.min(MOST_EVIDENCE, Math.max(1, tracks[i] ?? 1) * likelihood);
	});
};

/** evidenceOf gives the e-CUSUM of the mixture: the mean over the excesses. */
export const evidenceOf = (tracks: readonly number[]): number =>
	tracks.reduce((sum, track) => sum + track, 0) / EXCESSES.length;

const evidenceSinceMorning = ({ y, mu }: Day, phi: number): number => {
	let tracks = NO_EVIDENCE;
	for (let i = 0; i < y.length; i += 1) tracks = nextEvidence(tracks, y[i] ?? 0, mu[i] ?? 0, phi);
	return evidenceOf(tracks);
};

const isCalm = ({ y, mu }: Day, noise: Noise): boolean => {
	const from = y.length - 2 * HOUR;
	const seen = sumOf(y, from, y.length);
	return seen === 0 || lowerTail(seen, windowCount(2 * HOUR, sumOf(mu, from, y.length), noise)) < 0.8;
};

/** assessOutage weighs a series' day so far; it needs no memory of earlier runs. */
export const assessOutage = (day: Day, noise: Noise): Assessment => ({
	p1h: tailOf(day, HOUR, noise),
	p3h: tailOf(day, 3 * HOUR, noise),
	evidence: evidenceSinceMorning(day, noise.phi),
	isCalm: isCalm(day, noise),
});
