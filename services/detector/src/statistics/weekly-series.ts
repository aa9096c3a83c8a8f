/** WeeklySeries is one series of weekly counts: what the weekly detectors read. One element a week in each list, oldest first. */
export interface WeeklySeries {
	/** Counts; null for a week that is missing, which is left out rather than taken for zero. */
	readonly counts: readonly (number | null)[];
	/**
	 * Active reporters of each week in the series' territory, whatever they reported: the exposure. Those of the series alone would rise with an
	 * incident, and hide it. Without it every week is taken as equally reported; null or 0: the week is left out.
	 */
	readonly exposure?: readonly (number | null)[];
	/** Share of the week's working days that are holidays, in [0, 1]. */
	readonly holidayShare?: readonly number[];
	/** Weeks (indexes) from which the level is another one: a relaunch, a change of scope, a drift accepted as the new normal. */
	readonly breaks?: readonly number[];
	/** First day of the first week (YYYY-MM-DD): past years are then found by date, else 52 weeks apart. */
	readonly firstDay?: string;
}

/** countAt gives the count of a week; null when it is missing or lies outside the series. */
export const countAt = (series: WeeklySeries, week: number): number | null => series.counts[week] ?? null;

/** exposureAt gives the exposure of a week, 1 when the series has none; null when the week was not reported at all. */
export const exposureAt = ({ exposure }: WeeklySeries, week: number): number | null => {
	if (!exposure) return 1;
	const reporters = exposure[week] ?? null;
	return reporters !== null && reporters > 0 ? reporters : null;
};

/** isUsable tells whether a model can learn from a week. */
export const isUsable = (series: WeeklySeries, week: number): boolean =>
	countAt(series, week) !== null && exposureAt(series, week) !== null;

const checkLength = (name: string, list: readonly unknown[] | undefined, length: number): void => {
	if (list && list.length !== length)
		throw new RangeError(`${name} has ${list.length} weeks, counts ${length}`);
};

/** checkSeries throws a RangeError that says what is wrong with a series: a negative or broken count, lists of unequal lengths. */
export const checkSeries = (series: WeeklySeries): void => {
	const { counts, exposure, holidayShare, breaks = [] } = series;
	counts.forEach((count, week) => {
		if (count !== null && !(Number.isSafeInteger(count) && count >= 0))
			throw new RangeError(`counts[${week}] is not a count: an integer, zero or more, or null`);
	});
	checkLength('exposure', exposure, counts.length);
	checkLength('holidayShare', holidayShare, counts.length);
	const wrong =
		exposure?.findIndex((reporters) => reporters !== null && !(reporters >= 0 && reporters < Infinity)) ?? -1;
	if (wrong >= 0) throw new RangeError(`exposure[${wrong}] is not a number of reporters`);
	if (holidayShare?.some((share) => !(share >= 0 && share <= 1)))
		throw new RangeError('a holiday share lies between 0 and 1');
	if (breaks.some((week) => !Number.isInteger(week))) throw new RangeError('a break is the index of a week');
};
