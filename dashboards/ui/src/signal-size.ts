import { sizeOfShift } from '@vigie/detector/statistics/drift';
import { weekOfSlot } from '@vigie/schemas/calendar';
import type { WeeklySignal } from '@vigie/schemas/weekly-signals';
import { isAbove, type SignalSeries, type SignalWeek } from './signal-series.js';

/** Shift is by how much a series has risen since its onset, from published numbers. */
export interface Shift {
	/** Weeks since then, the last published one included. */
	readonly weeks: number;
	/** Counted over expected, with its 95 % interval; null when too little is published. */
	readonly size: { readonly ratio: number; readonly low: number; readonly high: number } | null;
}

const sinceOnset = ({ weeks }: SignalSeries, { onset }: WeeklySignal): readonly SignalWeek[] => {
	const first = weekOfSlot(onset);
	return weeks.filter(({ week }) => week >= first);
};

/** shiftSince sums the published weeks since the onset of a drift against what was expected of them. */
export const shiftSince = (series: SignalSeries, signal: WeeklySignal): Shift => {
	const weeks = sinceOnset(series, signal);
	const known = weeks.flatMap(({ value, expected }) =>
		value === null || expected === null ? [] : [{ value, expected }],
	);
	const sum = (of: (week: (typeof known)[number]) => number) =>
		known.reduce((total, week) => total + of(week), 0);
	const mu = sum(({ expected }) => expected.expected);
	const size = sizeOfShift({
		y: sum(({ value }) => value),
		mu,
		variance: sum(({ expected }) => expected.variance),
	});
	return { weeks: weeks.length, size: known.length > 0 && mu > 0 ? size : null };
};

/** peakOf finds the week that a burst is told by: the last one above its threshold since the onset, else the week of the onset. */
export const peakOf = (series: SignalSeries, signal: WeeklySignal): SignalWeek | null => {
	const weeks = sinceOnset(series, signal);
	return weeks.findLast(isAbove) ?? weeks[0] ?? null;
};
