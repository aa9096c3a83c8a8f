import { addWeeks, weekBounds, weekOfSlot } from '@vigie/schemas/calendar';
import { FRANCE } from '@vigie/schemas/signal';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import type { WeeklySignal, WeeklySignals } from '@vigie/schemas/weekly-signals';
import { type Filters, NO_FILTER } from './filters.js';

/** MOST_CHANGES is how many incidents the page lists. */
const MOST_CHANGES = 7;
/** One incident does not begin in all its series in the same week. */
const TOGETHER_WEEKS = 4;
const OVER_FOR_WEEKS = 4;

/** isStanding tells whether a signal has not ended. */
export const isStanding = ({ transition }: WeeklySignal): boolean => transition !== 'closed';

/** isJudged tells whether a week has been compared with what was expected of it: as long as earlier weeks are, nothing can be said of it. */
export const isJudged = ({ asOf }: Pick<WeeklySignals, 'asOf'>, week: string): boolean =>
	asOf !== null && new Date(asOf) >= weekBounds(week).end;

/** Incident is one thing that happens, and all the series in which it is seen. */
export interface Incident {
	/** The one that tells it: of the strongest, the country's rather than a région's. */
	readonly main: WeeklySignal;
	readonly others: readonly WeeklySignal[];
}

const beganWith = (one: WeeklySignal, other: WeeklySignal): boolean =>
	weekOfSlot(one.onset) <= addWeeks(weekOfSlot(other.onset), TOGETHER_WEEKS) &&
	weekOfSlot(other.onset) <= addWeeks(weekOfSlot(one.onset), TOGETHER_WEEKS);

/** A repair is told by itself; rises and peaks of a platform that began together are one incident. */
const isSameIncident = (one: WeeklySignal, other: WeeklySignal): boolean =>
	one.coordinates.platform === other.coordinates.platform &&
	one.family !== 'verdict' &&
	other.family !== 'verdict' &&
	isStanding(one) === isStanding(other) &&
	beganWith(one, other);

const incidentOf = (signals: readonly WeeklySignal[]): Incident | null => {
	const [strongest] = signals;
	if (!strongest) return null;
	const main =
		signals.find(({ level, coordinates }) => level === strongest.level && coordinates.territory === FRANCE) ??
		strongest;
	return { main, others: signals.filter((one) => one !== main) };
};

/** incidentsOf puts together the signals that are of one incident, in the order of the answer. */
export const incidentsOf = (signals: readonly WeeklySignal[]): readonly Incident[] => {
	const groups: WeeklySignal[][] = [];
	for (const signal of signals) {
		const known = groups.find(([first]) => first !== undefined && isSameIncident(first, signal));
		if (known) known.push(signal);
		else groups.push([signal]);
	}
	return groups.flatMap((group) => incidentOf(group) ?? []);
};

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
