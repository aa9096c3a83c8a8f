import { createPicker, createRandom, poisson, type Random } from '@vigie/demonstration/random';
import { KIND_RARITY, watchedKinds } from '@vigie/detector/live/watched-kinds';
import { baselineOf, type Noise, noiseOf } from '@vigie/detector/statistics/outage/baseline';
import { LIKELY } from '@vigie/detector/statistics/outage/status';
import {
	DAYS_A_YEAR,
	delayOf,
	delaysTold,
	drawHour,
	EXCESSES,
	fixedOf,
	HOUR,
	isAbove,
	OUTAGE_BINS,
	round,
	statisticsOf,
} from './outage-statistics.js';
import { A_DAY, drawDay, HISTORY_WEEKS, sumsOf, VOLUMES, type Watched, watchFamily } from './outage-world.js';

const SERIES_A_REPLICATE = 8;
const KINDS = watchedKinds.length;

/** Three reports in four say what fails; kinds are as unequal as words are (Zipf). */
const SAID = 0.75;
const pickKind = createPicker(
	Object.fromEntries(watchedKinds.map((_, kind): [string, number] => [String(kind), 1 / (kind + 1)])),
);

/** A kind is told only by three people at least, within three hours. */
const LEAST_REPORTS = 3;

const WHOLE = fixedOf(LIKELY);
const KIND = fixedOf({
	p1h: LIKELY.p1h / KIND_RARITY,
	p3h: LIKELY.p3h / KIND_RARITY,
	evidence: LIKELY.evidence * KIND_RARITY,
});

/** ReportedDay holds a day's counts, of all reports and of each kind. */
interface ReportedDay {
	readonly whole: Float64Array;
	readonly kinds: readonly Float64Array[];
}

const sayKind = ({ kinds }: ReportedDay, random: Random, bin: number, draw: () => number): void => {
	if (random.uniform() >= SAID) return;
	const counts = kinds[draw()];
	if (counts) counts[bin] = (counts[bin] ?? 0) + 1;
};

const drawReported = (random: Random, perWeek: number, weekday: number): ReportedDay => {
	const day = {
		whole: drawDay(random, perWeek, weekday),
		kinds: watchedKinds.map(() => new Float64Array(A_DAY)),
	};
	day.whole.forEach((n, bin) => {
		for (let left = n; left > 0; left -= 1) sayKind(day, random, bin, () => Number(pickKind(random)));
	});
	return day;
};

/** addOutage adds four hours of extra reports, which say one of two kinds. */
const addOutage = (day: ReportedDay, random: Random, from: number, excess: number): void => {
	const first = Math.floor(KINDS * random.uniform());
	const second = (first + 1 + Math.floor((KINDS - 1) * random.uniform())) % KINDS;
	for (let bin = from; bin < from + OUTAGE_BINS; bin += 1) {
		const extra = poisson(random, excess / HOUR);
		day.whole[bin] = (day.whole[bin] ?? 0) + extra;
		for (let left = extra; left > 0; left -= 1)
			sayKind(day, random, bin, () => (random.uniform() < 0.5 ? first : second));
	}
};

/** KnownKind is a kind as the detector knows it: what it is of the whole, and how much it varies. */
interface KnownKind {
	readonly share: number;
	readonly noise: Noise;
}

const scaled = (counts: Float64Array | undefined, by: number): Float64Array =>
	(counts ?? new Float64Array(A_DAY)).map((count) => count * by);

const learnKinds = (random: Random, { perWeek, expected }: Watched): readonly KnownKind[] => {
	const level = expected.reduce((sum, day) => sum + day.reduce((a, b) => a + b, 0), 0);
	const past = Array.from({ length: 7 * HISTORY_WEEKS }, (_, day) => drawReported(random, perWeek, day % 7));
	return watchedKinds.map((_, kind) => {
		const counts = past.map((day) => day.kinds[kind] ?? new Float64Array(A_DAY));
		const events = counts.reduce((sum, day) => sum + day.reduce((a, b) => a + b, 0), 0);
		const baseline = baselineOf(events, HISTORY_WEEKS, level / KINDS);
		const share = baseline.perWeek / level;
		const sums = counts.map((y, day) => sumsOf(y, scaled(expected[day % 7], share)));
		return { share, noise: { ...noiseOf(sums), squaredError: baseline.squaredError } };
	});
};

const reportsUntil = (y: Float64Array, bin: number): number =>
	y.subarray(Math.max(0, bin - 3 * HOUR + 1), bin + 1).reduce((a, b) => a + b, 0);

/** alarmsOf gives for each quarter of an hour whether the service's rule would tell a signal: by all reports, or by those of a kind. */
const alarmsOf = (
	{ whole, kinds }: ReportedDay,
	weekday: number,
	watched: Watched,
	known: readonly KnownKind[],
): readonly boolean[] => {
	const mu = watched.expected[weekday] ?? new Float64Array(A_DAY);
	const all = statisticsOf(whole, mu, watched.noise);
	const alarms = Array.from(whole, (_, bin) => isAbove(WHOLE, (method) => all[method][bin] ?? 0));
	known.forEach(({ share, noise }, kind) => {
		const y = kinds[kind] ?? new Float64Array(A_DAY);
		if (y.reduce((a, b) => a + b, 0) < LEAST_REPORTS) return;
		const found = statisticsOf(y, scaled(mu, share), noise);
		for (let bin = 0; bin < A_DAY; bin += 1)
			alarms[bin] ||=
				reportsUntil(y, bin) >= LEAST_REPORTS && isAbove(KIND, (method) => found[method][bin] ?? 0);
	});
	return alarms;
};

/** benchKinds scores the service's whole rule, kinds of failure and all, at its fixed thresholds: false days a year, and outages whose reports say one of two kinds. */
export const benchKinds = (seed: string, replicates: number) => {
	let [falseDays, days] = [0, 0];
	const delays = new Map<number, (number | null)[]>(EXCESSES.map((excess) => [excess, []]));
	for (const volume of VOLUMES)
		for (const [i, watched] of watchFamily(
			`${seed}/kinds`,
			volume,
			SERIES_A_REPLICATE * replicates,
		).entries()) {
			const random = createRandom(`${seed}/kinds/${volume}/${i}`);
			const known = learnKinds(random, watched);
			for (let day = 0; day < DAYS_A_YEAR; day += 1) {
				const reported = drawReported(random, watched.perWeek, day % 7);
				if (alarmsOf(reported, day % 7, watched, known).includes(true)) falseDays += 1;
				days += 1;
			}
			for (const excess of EXCESSES)
				for (let time = 0; time < 4; time += 1) {
					const { weekday, from } = drawHour(random);
					const reported = drawReported(random, watched.perWeek, weekday);
					addOutage(reported, random, from, excess);
					const alarms = alarmsOf(reported, weekday, watched, known);
					delays.get(excess)?.push(delayOf(from, (bin) => alarms[bin] ?? false));
				}
		}
	const falseAYear = (falseDays * DAYS_A_YEAR) / days;
	return {
		falseAYear: round(falseAYear),
		falseAYearSe: round((Math.sqrt(Math.max(1, falseDays)) * DAYS_A_YEAR) / days),
		found: Object.fromEntries(
			EXCESSES.map((excess) => [`+${excess}/h`, delaysTold(delays.get(excess) ?? [])]),
		),
	};
};
