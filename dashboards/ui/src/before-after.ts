import { expectWeek } from '@vigie/detector/statistics/expect-week';
import { type RateRatio, rateRatio } from '@vigie/detector/statistics/rate-ratio';
import { learntFrom, type ReleasedWeeks } from './expected-weeks.js';

/** BeforeAfter is how often something was reported after a week, compared with before it, the season taken off. */
export interface BeforeAfter extends RateRatio {
	/** Weeks compared on each side. */
	readonly before: number;
	readonly after: number;
}

/** Incomparable is why there is none: nothing after yet, too little published, or no history to know the season by. */
export type Incomparable = 'too-early' | 'hidden' | 'no-history';

const WEEKS = 4;

/**
 * compareBeforeAfter holds the four published weeks before a week against those after it, four at most. The week itself belongs to neither. What a
 * healthy platform would have brought is learnt from the weeks before all of them, so that neither side is its own yardstick; `variance` is that of
 * the noise of one published number, which widens the interval.
 */
export const compareBeforeAfter = (
	series: ReleasedWeeks,
	week: string,
	variance: number,
): BeforeAfter | Incomparable => {
	const at = series.weeks.indexOf(week);
	const after = series.values.slice(at + 1, at + 1 + WEEKS);
	if (at < 0 || after.length === 0) return 'too-early';
	if (at <= WEEKS) return 'no-history';
	const before = series.values.slice(at - WEEKS, at);
	if ([...before, ...after].includes(null)) return 'hidden';
	const learnt = learntFrom(series);
	const history = {
		...learnt,
		counts: learnt.counts.map((count, rank) => (rank < at - WEEKS ? count : null)),
	};
	const expectOf = (from: number, weeks: number) =>
		Array.from({ length: weeks }, (_, rank) => expectWeek(history, from + rank, { mode: 'harmonic' }));
	const [expectedBefore, expectedAfter] = [expectOf(at - WEEKS, WEEKS), expectOf(at + 1, after.length)];
	const all = [...expectedBefore, ...expectedAfter].flatMap((one) => (one && one.mu > 0 ? [one] : []));
	if (all.length < WEEKS + after.length) return 'no-history';
	const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
	const sumOf = (values: readonly (number | null)[]): number => sum(values.map((value) => value ?? 0));
	const mean = sum(all.map(({ mu }) => mu));
	const dispersion = sum(all.map(({ mu, phi }) => phi * mu + variance)) / mean;
	return {
		...rateRatio(
			{ count: sumOf(before), expected: sum(expectedBefore.map((one) => one?.mu ?? 0)) },
			{ count: sumOf(after), expected: sum(expectedAfter.map((one) => one?.mu ?? 0)) },
			Math.max(1, dispersion),
		),
		before: WEEKS,
		after: after.length,
	};
};
