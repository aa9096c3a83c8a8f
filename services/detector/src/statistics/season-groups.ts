const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS_A_YEAR = 52;

/** Weeks on each side of the same week of a past year that share its group. */
export const HALF_WINDOW = 3;

/** Groups of a year: the weeks around the tested one, and nine between. */
export const GROUPS = 10;

/** yearsBefore gives the day `years` earlier that falls on the same day of the week, the nearest to the same date. */
const yearsBefore = (day: number, years: number): number => {
	const date = new Date(day);
	const target = Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate());
	const here = target - (new Date(target).getUTCDay() - date.getUTCDay()) * DAY_MS;
	const there = here + (here > target ? -WEEK_MS : WEEK_MS);
	return Math.abs(here - target) <= Math.abs(there - target) ? here : there;
};

/**
 * referenceWeeks gives the index of a week and of the same week in each of the `years` before: 52 weeks apart, or by date when the
 * first day of the series is known (a year then has 52 or 53 weeks).
 */
export const referenceWeeks = (week: number, years: number, firstDay?: string): readonly number[] => {
	const all = Array.from({ length: years + 1 }, (_, year) => year);
	if (firstDay === undefined) return all.map((year) => week - WEEKS_A_YEAR * year);
	const start = Date.parse(`${firstDay}T00:00:00Z`);
	return all.map((year) => Math.round((yearsBefore(start + week * WEEK_MS, year) - start) / WEEK_MS));
};

/**
 * seasonGroups gives, for the weeks from the oldest reference week less `HALF_WINDOW` up to the tested week, the group of the year
 * each belongs to: 9 for the weeks around the reference weeks, 0 to 8 for nine blocks of nearly equal length between them, in
 * order, the first ones taking the weeks that are left over.
 *
 * Source: Noufaily et al. 2013; block lengths as in surveillance's farringtonFlexible.
 */
export const seasonGroups = (references: readonly number[]): { first: number; groups: Int8Array } => {
	const week = references[0] ?? 0;
	const first = (references.at(-1) ?? week) - HALF_WINDOW;
	const groups = new Int8Array(week - first + 1).fill(GROUPS - 1);
	for (let year = 1; year < references.length; year += 1) {
		const from = (references[year] ?? 0) + HALF_WINDOW + 1;
		const length = (references[year - 1] ?? 0) - HALF_WINDOW - from;
		const [block, rest] = [Math.floor(length / (GROUPS - 1)), length % (GROUPS - 1)];
		let at = from;
		for (let group = 0; group < GROUPS - 1; group += 1) {
			const end = at + block + (group < rest ? 1 : 0);
			groups.fill(group, at - first, end - first);
			at = end;
		}
	}
	return { first, groups };
};
