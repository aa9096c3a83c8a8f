import { adjustedValues } from './benjamini-hochberg.js';

/** Share of false signals accepted among those of a family. */
export const Q = 0.1;

/** LEAST_EXPECTED and LEAST_WEEKS make a series eligible; nothing about its current count may. */
const LEAST_EXPECTED = 0.05;
const LEAST_WEEKS = 8;

/** Tested is one series of a run and family (hour, week, four weeks). */
export interface Tested {
	readonly series: string;
	/** 0 = national platforms, tested first; then kinds; then territories. */
	readonly level: number;
	/** The series of the level above that must be rejected first; null: tested whatever happens above. */
	readonly parent: string | null;
	readonly midp: number;
	readonly expected: number;
	/** Weeks of history. */
	readonly weeks: number;
}

/** isEligible tells whether a series is tested; a series that is not has no adjusted value. */
export const isEligible = ({ expected, weeks }: Pick<Tested, 'expected' | 'weeks'>): boolean =>
	expected >= LEAST_EXPECTED && weeks >= LEAST_WEEKS;

/**
 * adjustFamily gives the adjusted value of each series tested in a run: Benjamini-Hochberg on mid-p-values, level after level from the
 * top, the accepted share `q` split evenly between levels (values are multiplied by their number, so that all compare with q). A
 * series whose parent is not rejected at q is not tested and is absent from the answer.
 */
export const adjustFamily = (tested: readonly Tested[], q = Q): ReadonlyMap<string, number> => {
	const eligible = tested.filter(isEligible);
	const levels = [...new Set(eligible.map(({ level }) => level))].sort((a, b) => a - b);
	const adjusted = new Map<string, number>();
	for (const level of levels) {
		const here = eligible.filter(
			(one) => one.level === level && (one.parent === null || (adjusted.get(one.parent) ?? 1) <= q),
		);
		const values = adjustedValues(here.map(({ midp }) => midp));
		here.forEach(({ series }, index) => {
			adjusted.set(series, Math.min(1, (values[index] ?? 1) * levels.length));
		});
	}
	return adjusted;
};
