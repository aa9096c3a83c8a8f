/** Baseline is how much a series is usually reported, and how surely that is known. */
export interface Baseline {
	/** Events a week. */
	readonly perWeek: number;
	/** Squared standard error of its logarithm. */
	readonly squaredError: number;
}

const PRIOR_EVENTS = 2;

/** BASELINE_WEEKS is the history a level is learnt from, weeks of incidents left out. */
export const BASELINE_WEEKS = 26;

/**
 * baselineOf shrinks a series' level towards its family's mean (events a week), which weighs as much as two events: a series without any
 * history begins at its family's. `weeks` counts those that hold `events`.
 */
export const baselineOf = (events: number, weeks: number, familyMean: number): Baseline => ({
	perWeek: (PRIOR_EVENTS + events) / (PRIOR_EVENTS / Math.max(familyMean, 1e-6) + weeks),
	squaredError: 1 / (PRIOR_EVENTS + events),
});

/** Noise is how much the counts of a series vary around what is expected. */
export interface Noise {
	/** Variance over mean of a quarter of an hour's count, at least 1. */
	readonly phi: number;
	/** Squared spread of a whole day around its expectation, beyond that. */
	readonly dayVariance: number;
	/** Squared standard error of the log level. */
	readonly squaredError: number;
}

/** DaySums is what a past day brought beside what was expected of it. */
export interface DaySums {
	readonly y: number;
	readonly mu: number;
	/** Sum over its bins of (y - mu)². */
	readonly squares: number;
}

/**
 * noiseOf learns the two parts of the variance from past days (those of incidents left out): a part proportional to the mean, seen
 * within days, and a part that moves a whole day at once. Counting all of it in the first would hide outages of busy series.
 */
export const noiseOf = (days: readonly DaySums[]): Pick<Noise, 'phi' | 'dayVariance'> => {
	const total = (of: (day: DaySums) => number): number => days.reduce((sum, day) => sum + of(day), 0);
	const mu = total((day) => day.mu);
	if (mu === 0) return { phi: 1, dayVariance: 0 };
	const phi = Math.max(1, total((day) => day.squares) / mu);
	const beyond = total((day) => (day.y - day.mu) ** 2 - phi * day.mu);
	return { phi, dayVariance: Math.max(0, beyond / total((day) => day.mu ** 2)) };
};
