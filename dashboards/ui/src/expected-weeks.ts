import { expectReleased } from '@vigie/detector/statistics/expect-released';
import { judge, sumOfWeeks } from '@vigie/detector/statistics/judgement';
import { holidayShareOf } from '@vigie/detector/statistics/outage/holidays';
import { weekBounds, weeksOfPeriod } from '@vigie/schemas/calendar';

/** ReleasedWeeks is one published series: consecutive weeks (or months, or quarters), oldest first. */
export interface ReleasedWeeks {
	/** 2026-W46, one after the other. */
	readonly weeks: readonly string[];
	/** Published numbers; null when not published. */
	readonly values: readonly (number | null)[];
	/** Least number that is published. */
	readonly k: number;
}

/** ExpectedWeek is what a published week is held against. */
export interface ExpectedWeek {
	readonly expected: number;
	/** The usual range: 80 % of weeks are in it. */
	readonly low: number;
	readonly high: number;
	/** One usual week in a hundred is above. */
	readonly threshold: number;
	/** Of the count expected. */
	readonly variance: number;
	/** True under eight weeks of history. */
	readonly isProvisional: boolean;
}

/** Beyond this share of weeks not published no line is drawn: it would tell more of the hatching than of the series. */
const MOST_HIDDEN = 0.2;
/** Longest that computing keeps the page from answering. */
const SLICE_MS = 8;
const HALF_A_DAY_MS = 12 * 3_600_000;

const mondayOf = (week: string): string =>
	new Date(weekBounds(week).start.getTime() + HALF_A_DAY_MS).toISOString().slice(0, 10);

const shareOf = (period: string): number => {
	const weeks = weeksOfPeriod(period);
	return weeks.reduce((sum, week) => sum + holidayShareOf(mondayOf(week), 'metropole'), 0) / weeks.length;
};

/**
 * learntFrom gives what the models read of a published series. What is not published lies between 0 and k, k left out: half of k is learnt from. A month has
 * as much exposure as it has weeks.
 */
export const learntFrom = ({ weeks, values, k }: ReleasedWeeks) => ({
	counts: values.map((value) => value ?? Math.round(k / 2)),
	exposure: weeks.map((period) => weeksOfPeriod(period).length),
	holidayShare: weeks.map(shareOf),
	...(weeks[0] === undefined ? {} : { firstDay: mondayOf(weeksOfPeriod(weeks[0])[0] ?? weeks[0]) }),
});

/** canBeExpected tells whether enough weeks of a series are published for a line to be drawn. */
export const canBeExpected = ({ values }: ReleasedWeeks): boolean =>
	values.filter((value) => value === null).length < MOST_HIDDEN * values.length;

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * expectWeeks computes what was to be expected of each week from the rank `from` on, each from the published weeks before it alone, by the detector's own
 * model of a series that says nothing of who was active. The page answers between two slices of work. Null for a week without
 * history, and for all of them when too few are published.
 */
export const expectWeeks = async (
	series: ReleasedWeeks,
	from: number,
): Promise<readonly (ExpectedWeek | null)[]> => {
	const asked = series.weeks.slice(from);
	if (!canBeExpected(series)) return asked.map(() => null);
	const learnt = learntFrom(series);
	const found: (ExpectedWeek | null)[] = [];
	let started = performance.now();
	for (const [index] of asked.entries()) {
		if (performance.now() - started > SLICE_MS) {
			await breathe();
			started = performance.now();
		}
		const expectation = expectReleased(learnt, from + index);
		if (!expectation) {
			found.push(null);
			continue;
		}
		const { mu, low, high, bound } = judge(Math.round(expectation.mu), expectation);
		found.push({
			expected: mu,
			low,
			high,
			threshold: bound,
			variance: expectation.spread * mu,
			isProvisional: expectation.rung === 'provisional',
		});
	}
	return found;
};

/** ExpectedSum is what some periods together were held against. */
export interface ExpectedSum {
	readonly expected: number;
	readonly low: number;
	readonly high: number;
}

/** Less history than this is no reference of one's own. */
const LEAST_HISTORY = 8;

/**
 * expectSum computes what was to be expected of the last `count` periods of a series together, from the periods before them alone: what happens in them
 * changes nothing of it. Null when too few are published, or fewer than eight come before.
 */
export const expectSum = (series: ReleasedWeeks, count: number): ExpectedSum | null => {
	const from = series.weeks.length - count;
	const isHidden = series.values.slice(from).some((value) => value === null);
	if (from < LEAST_HISTORY || isHidden || !canBeExpected(series)) return null;
	const learnt = learntFrom(series);
	const before = { ...learnt, counts: learnt.counts.map((value, rank) => (rank < from ? value : null)) };
	const expectations = series.weeks.slice(from).map((_, rank) => expectReleased(before, from + rank));
	const known = expectations.filter((expectation) => expectation !== null);
	if (known.length < count) return null;
	const { mu, low, high } = judge(0, sumOfWeeks(known));
	return { expected: mu, low, high };
};
