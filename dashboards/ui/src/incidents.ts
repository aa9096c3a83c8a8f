import { addWeeks, weekOfSlot } from '@vigie/schemas/calendar';
import { FRANCE } from '@vigie/schemas/signal';
import type { WeeklySignal } from '@vigie/schemas/weekly-signals';

/** One incident does not begin in all its series in the same week. */
const TOGETHER_WEEKS = 4;

/** isStanding tells whether a signal has not ended. */
export const isStanding = ({ transition }: WeeklySignal): boolean => transition !== 'closed';

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
