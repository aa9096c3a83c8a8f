import { type Incident, incidentsOf, isStanding } from '@vigie/dashboard-ui/incidents';
import { addWeeks, weekBounds, weekOfSlot } from '@vigie/schemas/calendar';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import type { WeeklySignal, WeeklySignals } from '@vigie/schemas/weekly-signals';
import { type Filters, NO_FILTER } from './filters.js';

/** MOST_CHANGES is how many incidents the page lists. */
const MOST_CHANGES = 7;
const OVER_FOR_WEEKS = 4;

/** isJudged tells whether a week has been compared with what was expected of it: as long as earlier weeks are, nothing can be said of it. */
export const isJudged = ({ asOf }: Pick<WeeklySignals, 'asOf'>, week: string): boolean =>
	asOf !== null && new Date(asOf) >= weekBounds(week).end;

/** changesOf keeps what the list tells, in the order of the answer (strongest first): what stands, then what ended within four weeks. */
export const changesOf = (signals: readonly WeeklySignal[], week: string): readonly Incident[] =>
	incidentsOf(
		signals.filter(
			(signal) => isStanding(signal) || weekOfSlot(signal.asOf) >= addWeeks(week, -OVER_FOR_WEEKS),
		),
	).slice(0, MOST_CHANGES);

/** filtersOf gives the filters that show a signal's series, or the nearest that the page can choose: a step has no filter, a kind has its group. */
export const filtersOf = (
	{ coordinates: { platform, kind, territory } }: WeeklySignal,
	{ period }: Filters,
): Filters => {
	const region = regions.find(({ code }) => `R${code}` === territory);
	return {
		...NO_FILTER,
		period,
		platform,
		group: region ? null : (failureKinds.find(({ code }) => code === kind)?.group ?? null),
		territory: region ? { kind: 'region', code: region.code } : NO_FILTER.territory,
	};
};
