import { logLikelihoodRatio } from './likelihood-ratio.js';

/** Observed is what was counted in a week (by the date of the failure, never of the report) beside what a healthy platform would bring. */
export interface Observed {
	readonly y: number;
	/** Healthy baseline. */
	readonly mu: number;
	readonly phi: number;
	/** Squared standard error of log mu. */
	readonly squaredError: number;
}

/** Repair is a platform said to be mended: the weeks of the incident, and those since (from the week after the announcement). */
export interface Repair {
	readonly incident: readonly Observed[];
	readonly after: readonly Observed[];
	/** Distinct workers who reported it again for dates after the repair. */
	readonly reporters: number;
}

/** RepairVerdict is what can be said of a repair so far. */
export interface RepairVerdict {
	readonly verdict: 'recovered' | 'regressed' | 'in-observation';
	/** E-values: 20 decides (at most one verdict in 20 is wrong, whenever it is read). The second is the highest so far. */
	readonly recovered: number;
	readonly regressed: number;
	/** A fact, not a test: at least two workers say it is back. */
	readonly reportedAgain: boolean;
	/** Weeks still needed, about, to call it mended if it is; null when decided, or when the counts are too small to tell within half a year. */
	readonly weeksToDecide: number | null;
}

const DECISIVE = 20;
const REGRESSIONS = [1.5, 2, 3, 5] as const;
const REGRESSION_WEEKS = 8;
const HEALTHY_AT_MOST = 1.5;
const NORMAL_90 = 1.2815515655446004;
const NORMAL_95 = 1.6448536269514722;

const sum = (weeks: readonly Observed[], of: (week: Observed) => number): number =>
	weeks.reduce((total, week) => total + of(week), 0);

/** ratioBound moves counted over expected by a one-sided normal quantile, on the scale of square roots. */
const ratioBound = (weeks: readonly Observed[], normal: number): number => {
	const mu = sum(weeks, (week) => week.mu);
	if (mu === 0) return normal > 0 ? Infinity : 0;
	const half = (normal / 2) * Math.sqrt(sum(weeks, (week) => week.phi * week.mu) / mu);
	// A count of zero still has an upper bound: a quarter of an event keeps the root honest there.
	const root = Math.sqrt(sum(weeks, (week) => week.y) + (normal > 0 ? 0.25 : 0));
	return Math.max(0, root + half) ** 2 / mu;
};

/** stillBroken gives the smallest multiple of the healthy baseline that the incident may have been: the rate to reject. */
const stillBroken = (incident: readonly Observed[]): number => ratioBound(incident, -NORMAL_90);

/** mended gives the log e-value of health against a rate still `rate` times the baseline. */
const mended = (after: readonly Observed[], rate: number): number =>
	sum(after, ({ y, mu, phi }) => (mu > 0 ? logLikelihoodRatio(y, { mu: rate * mu, phi }, mu) : 0));

/** rises gives, by week, the log likelihood ratio of a rise by `ratio` against health, the baseline taken as high as its standard error allows. */
const rises = (weeks: readonly Observed[], ratio: number): readonly number[] =>
	weeks.map(({ y, mu, phi, squaredError }) => {
		const healthy = mu * Math.exp(Math.sqrt(squaredError));
		return healthy > 0 ? logLikelihoodRatio(y, { mu: healthy, phi }, ratio * healthy) : 0;
	});

/** Half of the weight for a repair that never was, the rest for a failure that comes back in one of the weeks after. */
const weightOf = (start: number): number => (start === 0 ? 0.5 : 0.5 / (REGRESSION_WEEKS - 1));

/**
 * broken gives the e-value of a rise at the end of some weeks: a mixture over how high it is and in which week it begins. Quiet weeks before it
 * cost no more than their weight, and the whole stays one e-process: at most one in 20 healthy platforms ever reaches 20.
 */
const broken = (weeks: readonly Observed[]): number => {
	let evidence = 0;
	for (const ratio of REGRESSIONS) {
		let since = 0;
		for (const [back, rise] of rises(weeks, ratio).toReversed().entries()) {
			since += rise;
			evidence += (weightOf(weeks.length - 1 - back) * Math.exp(since)) / REGRESSIONS.length;
		}
	}
	for (let start = weeks.length; start < REGRESSION_WEEKS; start += 1) evidence += weightOf(start);
	return evidence;
};

/** One week may be quiet by chance, a holiday, a strike. */
const LEAST_WEEKS = 2;

const isMended = (after: readonly Observed[], rate: number): boolean =>
	after.length >= LEAST_WEEKS &&
	mended(after, rate) >= Math.log(DECISIVE) &&
	ratioBound(after, NORMAL_95) <= HEALTHY_AT_MOST;

/** Beyond half a year a forecast is none: the counts are too small to tell. */
const LONGEST_WAIT = 26;

/** weeksLeft lets healthy weeks follow until both conditions of a recovery would hold: the evidence, and the bound on what is left. */
const weeksLeft = ({ incident, after }: Repair, rate: number): number | null => {
	const latest = after.at(-1) ?? incident.at(-1);
	if (!latest || latest.mu === 0 || rate <= 1) return null;
	const aWeek = ((rate - 1 - Math.log(rate)) * latest.mu) / latest.phi;
	const missing = Math.log(DECISIVE) - mended(after, rate);
	const healthy = { ...latest, y: latest.mu };
	const then = [...after];
	for (let week = 1; week <= LONGEST_WAIT; week += 1) {
		then.push(healthy);
		const isBounded = then.length >= LEAST_WEEKS && ratioBound(then, NORMAL_95) <= HEALTHY_AT_MOST;
		if (week * aWeek >= missing && isBounded) return week;
	}
	return null;
};

/**
 * judgeRepair weighs, after a repair was announced, two e-processes: mended against still broken (at the lowest rate the incident may have
 * had, 90 %), and broken again against healthy, for 8 weeks; later the drift detector takes over. A regression prevails over a recovery, and a
 * recovery that was said stands.
 */
export const judgeRepair = (repair: Repair): RepairVerdict => {
	const { incident, after, reporters } = repair;
	const rate = stillBroken(incident);
	const canTell = rate > 1;
	const hasRecovered = canTell && after.some((_, week) => isMended(after.slice(0, week + 1), rate));
	const regressed = after
		.slice(0, REGRESSION_WEEKS)
		.reduce((most, _, week) => Math.max(most, broken(after.slice(0, week + 1))), 1);
	const calm = hasRecovered ? 'recovered' : 'in-observation';
	const verdict = regressed >= DECISIVE ? 'regressed' : calm;
	return {
		verdict,
		recovered: canTell ? Math.exp(Math.min(700, mended(after, rate))) : 1,
		regressed: Math.min(regressed, Number.MAX_VALUE),
		reportedAgain: reporters >= 2,
		weeksToDecide: verdict === 'in-observation' ? weeksLeft(repair, rate) : null,
	};
};
