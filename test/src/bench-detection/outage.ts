import { createRandom } from '@vigie/demonstration/random';
import {
	evidenceOf,
	NO_EVIDENCE,
	nextEvidence,
	windowTail,
} from '@vigie/detector/statistics/outage/assessment';
import { LIKELY } from '@vigie/detector/statistics/outage/status';
import { A_DAY, drawDay, VOLUMES, type Watched, watchFamily } from './outage-world.js';

const HOUR = 4;
const OUTAGE_BINS = 4 * HOUR;
const EXCESSES = [3, 10, 30] as const;
const FALSE_A_YEAR = 0.1;
const DAYS_A_YEAR = 364;

const METHODS = ['tail1h', 'tail3h', 'eCusum'] as const;
type Method = (typeof METHODS)[number];

/** Statistics are larger the more surprising: -log10 p, or log10 of the evidence; one list a method, one element a bin. */
type Statistics = Readonly<Record<Method, Float64Array>>;

/** statisticsOf runs the detectors over a day. */
const statisticsOf = (y: Float64Array, mu: Float64Array, { noise }: Watched): Statistics => {
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

const highest = (list: Float64Array): number => list.reduce((most, value) => Math.max(most, value), 0);

/** quietYear gives the highest statistic of each day of a year without outage. */
const quietYear = (seed: string, watched: Watched): Record<Method, number>[] => {
	const random = createRandom(seed);
	return Array.from({ length: DAYS_A_YEAR }, (_, day) => {
		const y = drawDay(random, watched.perWeek, day % 7);
		const found = statisticsOf(y, watched.expected[day % 7] ?? new Float64Array(A_DAY), watched);
		return { tail1h: highest(found.tail1h), tail3h: highest(found.tail3h), eCusum: highest(found.eCusum) };
	});
};

type Thresholds = Readonly<Partial<Record<Method, number>>>;

const isAbove = (thresholds: Thresholds, of: (method: Method) => number): boolean =>
	METHODS.some((method) => of(method) > (thresholds[method] ?? Infinity));

const falseAYear = (days: readonly Record<Method, number>[], thresholds: Thresholds): number =>
	(days.filter((day) => isAbove(thresholds, (method) => day[method])).length * DAYS_A_YEAR) / days.length;

/** tune gives the thresholds of methods, equally rare each, that together are false 0.1 times a year. */
const tune = (days: readonly Record<Method, number>[], methods: readonly Method[]): Thresholds => {
	const sorted = methods.map((method) => days.map((day) => day[method]).sort((a, b) => b - a));
	const allowed = (FALSE_A_YEAR * days.length) / DAYS_A_YEAR;
	for (let rank = Math.floor(allowed); rank > 0; rank -= 1) {
		const thresholds = Object.fromEntries(
			methods.map((method, i) => [method, sorted[i]?.[rank] ?? Infinity]),
		);
		if (falseAYear(days, thresholds) <= FALSE_A_YEAR) return thresholds;
	}
	return Object.fromEntries(methods.map((method, i) => [method, sorted[i]?.[0] ?? Infinity]));
};

/** Case is an outage drawn once, seen by every rule. */
interface Case {
	readonly excess: number;
	readonly volume: number;
	readonly from: number;
	readonly found: Statistics;
}

/** drawOutage draws a day with four hours of extra reports that begin in office hours, between 9 and 14. */
const drawOutage = (seed: string, watched: Watched, volume: number, excess: number): Case => {
	const random = createRandom(seed);
	const weekday = Math.floor(5 * random.uniform());
	const from = 5 * HOUR + Math.floor(5 * HOUR * random.uniform());
	const y = drawDay(random, watched.perWeek, weekday, { from, bins: OUTAGE_BINS, perBin: excess / HOUR });
	const found = statisticsOf(y, watched.expected[weekday] ?? new Float64Array(A_DAY), watched);
	return { excess, volume, from, found };
};

/** delayOf gives the minutes to the alarm, at the end of the quarter that raised it; null when none came within four hours. */
const delayOf = ({ from, found }: Case, thresholds: Thresholds): number | null => {
	for (let bin = from; bin < from + OUTAGE_BINS; bin += 1)
		if (isAbove(thresholds, (method) => found[method][bin] ?? 0)) return (bin - from + 1) * 15;
	return null;
};

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const detectionOf = (cases: readonly Case[], thresholds: Thresholds) => {
	const delays = cases.map((one) => delayOf(one, thresholds) ?? Infinity).sort((a, b) => a - b);
	const share = delays.filter((delay) => delay < Infinity).length / delays.length;
	const median = delays[Math.floor(delays.length / 2)] ?? Infinity;
	return {
		share: round(share),
		se: round(Math.sqrt((share * (1 - share)) / delays.length)),
		medianMinutes: median === Infinity ? null : median,
	};
};

/** scoresOf gives a rule's false days a year by volume and what it finds, over all volumes and on the sparsest. */
const scoresOf = (
	quiet: ReadonlyMap<number, Record<Method, number>[]>,
	cases: readonly Case[],
	thresholds: Thresholds,
) => ({
	thresholds: Object.fromEntries(Object.entries(thresholds).map(([method, value]) => [method, round(value)])),
	falseAYear: round(falseAYear([...quiet.values()].flat(), thresholds)),
	falseAYearSe: round(Math.sqrt((FALSE_A_YEAR * DAYS_A_YEAR) / [...quiet.values()].flat().length)),
	falseAYearByVolume: [...quiet].map(([volume, days]) => [volume, round(falseAYear(days, thresholds))]),
	found: Object.fromEntries(
		EXCESSES.map((excess) => [
			`+${excess}/h`,
			detectionOf(
				cases.filter((one) => one.excess === excess),
				thresholds,
			),
		]),
	),
	'found +3/h on 1 a week': detectionOf(
		cases.filter((one) => one.excess === 3 && one.volume === 1),
		thresholds,
	),
});

const SERIES_A_REPLICATE = 40;

/** fixedOf writes the service's own thresholds as the bench counts: powers of ten. */
const fixedOf = ({ p1h, p3h, evidence }: Readonly<Record<keyof typeof LIKELY, number>>): Thresholds => ({
	tail1h: -Math.log10(p1h),
	tail3h: -Math.log10(p3h),
	eCusum: Math.log10(evidence),
});

/** benchOutage scores the outage detectors: thresholds tuned per rule to 0.1 false days a year, and the fixed ones of the service. */
export const benchOutage = (seed: string, replicates: number) => {
	const quiet = new Map<number, Record<Method, number>[]>();
	const cases: Case[] = [];
	for (const volume of VOLUMES) {
		const family = watchFamily(seed, volume, SERIES_A_REPLICATE * replicates);
		quiet.set(
			volume,
			family.flatMap((watched, i) => quietYear(`${seed}/outage/${volume}/year/${i}`, watched)),
		);
		for (const excess of EXCESSES)
			family.forEach((watched, i) => {
				for (const one of [1, 2])
					cases.push(drawOutage(`${seed}/outage/${volume}/${excess}/${i}/${one}`, watched, volume, excess));
			});
	}
	const all = [...quiet.values()].flat();
	const rules: Readonly<Record<string, Thresholds>> = {
		tail1h: tune(all, ['tail1h']),
		tail3h: tune(all, ['tail3h']),
		eCusum: tune(all, ['eCusum']),
		either: tune(all, ['tail3h', 'eCusum']),
		fixed: fixedOf(LIKELY),
		fixedWithoutTheHour: fixedOf({ ...LIKELY, p1h: 0 }),
	};
	return Object.fromEntries(
		Object.entries(rules).map(([name, thresholds]) => [name, scoresOf(quiet, cases, thresholds)]),
	);
};
