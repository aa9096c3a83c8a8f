import { createRandom } from '@vigie/demonstration/random';
import { feedDrift, startDrift } from '@vigie/detector/statistics/drift';
import { expectWeek } from '@vigie/detector/statistics/expect-week';
import { adjustFamily } from '@vigie/detector/statistics/families';
import { judge } from '@vigie/detector/statistics/judgement';
import { assessOutage } from '@vigie/detector/statistics/outage/assessment';
import { groupByMs } from './group-by.js';
import { drawCount, meanAt, SCENARIOS } from './scenarios.js';

const SERIES = 3_000;
const WEEKS = 264;
/** A week at which no series shows a season yet: another model, and the slowest. */
const YOUNG_WEEK = 77;
const DAY_BINS = 64;
const REPEATS = 3;

const at = <Element>(list: readonly Element[], index: number): Element => {
	const element = list[index];
	if (element === undefined) throw new RangeError('no such element');
	return element;
};

/** cpuMs gives the processor time of a run in milliseconds, the best of a few: what one core needs, whatever else runs beside. */
const cpuMs = (run: () => void): number => {
	const times = Array.from({ length: REPEATS }, () => {
		const before = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	});
	return Math.round(Math.min(...times));
};

const weeklyRun = (series: readonly (readonly number[])[], week: number): void => {
	const tested = series.map((counts, index) => {
		const expected = expectWeek({ counts }, week, { mode: 'harmonic' });
		if (!expected) throw new Error('nothing was expected');
		const judged = judge(counts[week] ?? 0, expected);
		feedDrift(startDrift(), week, judged.y, { mu: judged.mu, phi: judged.spread });
		return {
			series: String(index),
			level: 0,
			parent: null,
			midp: judged.midp,
			expected: judged.mu,
			weeks: expected.weeks,
		};
	});
	adjustFamily(tested);
};

/** benchSpeed times a weekly run and a quarter-hour run of 3 000 series on one core, and one GROUP BY over the same weekly window. */
export const benchSpeed = async (seed: string) => {
	const random = createRandom(`${seed}/speed`);
	const series = Array.from({ length: SERIES }, (_, index) => {
		const scenario = at(SCENARIOS, index % SCENARIOS.length);
		return Array.from({ length: WEEKS }, (_, week) =>
			drawCount(random, meanAt(scenario, week), scenario.phi),
		);
	});
	const days = series.map(() => {
		const mean = 3 * random.uniform();
		const mu = Float64Array.from({ length: DAY_BINS }, () => mean);
		return { mu, y: mu.map((expected) => drawCount(random, expected, 1.3)) };
	});
	const weekly = cpuMs(() => weeklyRun(series, WEEKS - 1));
	const young = cpuMs(() => weeklyRun(series, YOUNG_WEEK));
	const quarter = cpuMs(() => {
		for (const day of days) assessOutage(day, { phi: 1.3, dayVariance: 0.06, squaredError: 0.01 });
	});
	const groupBy = await groupByMs(SERIES, WEEKS);
	return {
		series: SERIES,
		weeklyMs: weekly,
		weeklyYoungMs: young,
		quarterHourMs: quarter,
		groupByMs: groupBy,
		weeklyToGroupBy: Math.round((10 * weekly) / groupBy) / 10,
	};
};
