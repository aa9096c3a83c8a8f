import type { Random } from '@vigie/demonstration/random';
import {
	evidenceOf,
	NO_EVIDENCE,
	nextEvidence,
	windowTail,
} from '@vigie/detector/statistics/outage/assessment';
import type { Noise } from '@vigie/detector/statistics/outage/baseline';
import type { LIKELY } from '@vigie/detector/statistics/outage/status';
import { A_DAY } from './outage-world.js';

/** HOUR is the quarters of an hour in one. */
export const HOUR = 4;

/** The outages that are tried: four hours, with that many more reports an hour. */
export const OUTAGE_BINS = 4 * HOUR;
export const EXCESSES = [3, 10, 30] as const;

export const DAYS_A_YEAR = 364;

/** round keeps four digits of a share. */
export const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** drawHour draws when an outage begins: in office hours of a working day, between 9 and 14. */
export const drawHour = (random: Random): { readonly weekday: number; readonly from: number } => ({
	weekday: Math.floor(5 * random.uniform()),
	from: 5 * HOUR + Math.floor(5 * HOUR * random.uniform()),
});

/** delayOf gives the minutes from an outage's beginning to the end of the quarter that raised its alarm; null when none came while it lasted. */
export const delayOf = (from: number, isAlarm: (bin: number) => boolean): number | null => {
	for (let bin = from; bin < from + OUTAGE_BINS; bin += 1) if (isAlarm(bin)) return (bin - from + 1) * 15;
	return null;
};

/** delaysTold gives what share of outages was told at all, and the median delay; null stands for never. */
export const delaysTold = (delays: readonly (number | null)[]) => {
	const sorted = delays.map((delay) => delay ?? Infinity).sort((a, b) => a - b);
	const share = sorted.filter((delay) => delay < Infinity).length / sorted.length;
	const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
	return {
		share: round(share),
		se: round(Math.sqrt((share * (1 - share)) / sorted.length)),
		medianMinutes: median === Infinity ? null : median,
	};
};

export const METHODS = ['tail1h', 'tail3h', 'eCusum'] as const;
export type Method = (typeof METHODS)[number];

/** Statistics are larger the more surprising: -log10 p, or log10 of the evidence; one list a method, one element a bin. */
export type Statistics = Readonly<Record<Method, Float64Array>>;

/** statisticsOf runs the detectors over a day. */
export const statisticsOf = (y: Float64Array, mu: Float64Array, noise: Noise): Statistics => {
	const found = {
		tail1h: new Float64Array(A_DAY),
		tail3h: new Float64Array(A_DAY),
		eCusum: new Float64Array(A_DAY),
	};
	let tracks = NO_EVIDENCE;
	let [y1, y3, mu1, mu3] = [0, 0, 0, 0];
	for (let bin = 0; bin < A_DAY; bin += 1) {
		const [count, mean] = [y[bin] ?? 0, mu[bin] ?? 0];
		y1 += count - (y[bin - HOUR] ?? 0);
		mu1 += mean - (mu[bin - HOUR] ?? 0);
		y3 += count - (y[bin - 3 * HOUR] ?? 0);
		mu3 += mean - (mu[bin - 3 * HOUR] ?? 0);
		tracks = nextEvidence(tracks, count, mean, noise.phi);
		found.tail1h[bin] = -Math.log10(windowTail(HOUR, y1, mu1, noise));
		found.tail3h[bin] = -Math.log10(windowTail(3 * HOUR, y3, mu3, noise));
		found.eCusum[bin] = Math.log10(evidenceOf(tracks));
	}
	return found;
};

/** Thresholds are the statistics above which a rule alarms. */
export type Thresholds = Readonly<Partial<Record<Method, number>>>;

/** isAbove tells whether any of a rule's statistics is above its threshold. */
export const isAbove = (thresholds: Thresholds, of: (method: Method) => number): boolean =>
	METHODS.some((method) => of(method) > (thresholds[method] ?? Infinity));

/** fixedOf writes the service's own thresholds as the bench counts: powers of ten. */
export const fixedOf = ({
	p1h,
	p3h,
	evidence,
}: Readonly<Record<keyof typeof LIKELY, number>>): Thresholds => ({
	tail1h: -Math.log10(p1h),
	tail3h: -Math.log10(p3h),
	eCusum: Math.log10(evidence),
});
