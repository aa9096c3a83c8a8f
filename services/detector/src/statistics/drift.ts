import { logLikelihoodRatio } from './likelihood-ratio.js';
import type { Count } from './negative-binomial.js';

/** RISING and FALLING are the multiples of the expected count among which a lasting change is sought. */
export const RISING: readonly number[] = [1.25, 1.5, 2, 3, 5];
export const FALLING: readonly number[] = [0.8, 0.67, 0.5];

/** Track follows one multiple: its Shiryaev-Roberts evidence, and its CUSUM, whose last start dates the change. */
export interface Track {
	readonly ratio: number;
	/** M = (1 + M) x LR. */
	readonly evidence: number;
	/** C = max(1, C) x LR. */
	readonly cusum: number;
	/** Week from which the CUSUM has run, and what was counted and expected since. */
	readonly onset: number;
	readonly y: number;
	readonly mu: number;
	/** Sum of the variances of the counts expected since. */
	readonly variance: number;
}

/** Drift is a plain value: kept from a week to the next, it can be stored and replayed. */
export interface Drift {
	readonly weeks: number;
	readonly tracks: readonly Track[];
}

// Evidence beyond this says nothing more, and stays a number when stored.
const MOST_EVIDENCE = 1e100;

/** startDrift begins without any evidence: at first, and after a confirmed signal. */
export const startDrift = (ratios: readonly number[] = RISING): Drift => ({
	weeks: 0,
	tracks: ratios.map((ratio) => ({ ratio, evidence: 0, cusum: 1, onset: -1, y: 0, mu: 0, variance: 0 })),
});

const feedTrack = (track: Track, week: number, y: number, count: Count): Track => {
	const likelihood = Math.exp(logLikelihoodRatio(y, count, track.ratio * count.mu));
	const goesOn = track.cusum > 1;
	return {
		ratio: track.ratio,
		evidence: Math.min(MOST_EVIDENCE, (1 + track.evidence) * likelihood),
		cusum: Math.min(MOST_EVIDENCE, Math.max(1, track.cusum) * likelihood),
		onset: goesOn ? track.onset : week,
		y: y + (goesOn ? track.y : 0),
		mu: count.mu + (goesOn ? track.mu : 0),
		variance: count.phi * count.mu + (goesOn ? track.variance : 0),
	};
};

/**
 * feedDrift adds a week's count to the evidence for a lasting change. `count` is what was expected: its mean, and the dispersion that tails
 * use. A week where nothing is expected, or which is missing, says nothing: do not feed it, or feed it, it is left out.
 *
 * E-detector of Shin, Ramdas and Rinaldo 2023: without change, the mean time to reach an evidence of c is at least c weeks.
 */
export const feedDrift = (drift: Drift, week: number, y: number, count: Count): Drift => {
	if (!(count.mu > 0)) return drift;
	return { weeks: drift.weeks + 1, tracks: drift.tracks.map((track) => feedTrack(track, week, y, count)) };
};

/** evidenceOf gives the evidence for a change at any time so far: the mean over the multiples. */
export const evidenceOf = ({ tracks }: Drift): number =>
	tracks.reduce((sum, { evidence }) => sum + evidence, 0) / tracks.length;

/** Shift describes the change that is most likely, when there is one. */
export interface Shift {
	/** Week (as fed) of the most likely start. */
	readonly onset: number;
	/** Counted over expected since then, with its 95 % interval. */
	readonly ratio: number;
	readonly low: number;
	readonly high: number;
}

const NORMAL_975 = 1.959963984540054;

/** sizeOfShift gives what was counted over what was expected (mu > 0), with its 95 % interval; `variance` is that of the sum expected. */
export const sizeOfShift = ({
	y,
	mu,
	variance,
}: Pick<Track, 'y' | 'mu' | 'variance'>): Omit<Shift, 'onset'> => {
	// The square root of a count has a nearly constant spread, half the root of its variance over its mean.
	const half = (NORMAL_975 / 2) * Math.sqrt(variance / mu);
	const edge = (side: number): number => Math.max(0, Math.sqrt(y) + side * half) ** 2 / mu;
	return { ratio: y / mu, low: edge(-1), high: edge(1) };
};

/** shiftOf gives the most likely start and size of the change: the start of the highest CUSUM. Null when none is above 1. */
export const shiftOf = ({ tracks }: Drift): Shift | null => {
	const likeliest = tracks.reduce<Track | null>(
		(best, track) => (track.cusum > (best?.cusum ?? 1) ? track : best),
		null,
	);
	if (!likeliest) return null;
	return { onset: likeliest.onset, ...sizeOfShift(likeliest) };
};
