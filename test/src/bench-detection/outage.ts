import { createRandom } from '@vigie/demonstration/random';
import { LIKELY } from '@vigie/detector/statistics/outage/status';
import { benchKinds } from './outage-kinds.js';
import {
	DAYS_A_YEAR,
	delayOf,
	delaysTold,
	drawHour,
	EXCESSES,
	fixedOf,
	HOUR,
	isAbove,
	type Method,
	OUTAGE_BINS,
	round,
	type Statistics,
	statisticsOf,
	type Thresholds,
} from './outage-statistics.js';
import { A_DAY, drawDay, VOLUMES, type Watched, watchFamily } from './outage-world.js';

const FALSE_A_YEAR = 0.1;

const highest = (list: Float64Array): number => list.reduce((most, value) => Math.max(most, value), 0);

/** quietYear gives the highest statistic of each day of a year without outage. */
const quietYear = (seed: string, watched: Watched): Record<Method, number>[] => {
	const random = createRandom(seed);
	return Array.from({ length: DAYS_A_YEAR }, (_, day) => {
		const y = drawDay(random, watched.perWeek, day % 7);
		const found = statisticsOf(y, watched.expected[day % 7] ?? new Float64Array(A_DAY), watched.noise);
		return { tail1h: highest(found.tail1h), tail3h: highest(found.tail3h), eCusum: highest(found.eCusum) };
	});
};

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
	const { weekday, from } = drawHour(random);
	const y = drawDay(random, watched.perWeek, weekday, { from, bins: OUTAGE_BINS, perBin: excess / HOUR });
	const found = statisticsOf(y, watched.expected[weekday] ?? new Float64Array(A_DAY), watched.noise);
	return { excess, volume, from, found };
};

const detectionOf = (cases: readonly Case[], thresholds: Thresholds) =>
	delaysTold(
		cases.map(({ from, found }) =>
			delayOf(from, (bin) => isAbove(thresholds, (method) => found[method][bin] ?? 0)),
		),
	);

/** OutageScores is what every rule is scored by. */
interface OutageScores {
	readonly falseAYear: number;
	readonly falseAYearSe: number;
	readonly found: Readonly<Record<string, ReturnType<typeof delaysTold>>>;
}

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

/** benchOutage scores the outage detectors: thresholds tuned per rule to 0.1 false days a year, and the fixed ones of the service. */
export const benchOutage = (seed: string, replicates: number): Readonly<Record<string, OutageScores>> => {
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
	return {
		...Object.fromEntries(
			Object.entries(rules).map(([name, thresholds]) => [name, scoresOf(quiet, cases, thresholds)]),
		),
		fixedWithKinds: benchKinds(seed, replicates),
	};
};
