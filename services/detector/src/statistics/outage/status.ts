import { passesGate, type Scope, type Witnesses } from '../gate.js';
import type { Assessment } from './assessment.js';

/** OutageLevel: none, possible (habituel -> à surveiller), likely (signal), confirmed (signal fort). */
export type OutageLevel = 'none' | 'possible' | 'likely' | 'confirmed';

/** OutageStatus is what is known of a series from a run to the next; a plain value. */
export interface OutageStatus {
	readonly level: OutageLevel;
	/** Slot at which it rose from none, as given to `nextStatus`; null when it is none. */
	readonly since: string | null;
}

/** Situation is what a run knows besides the counts. */
export interface Situation {
	readonly slot: string;
	readonly scope: Scope;
	/** Who reported over the last three hours, and over the last one. */
	readonly witnesses: Witnesses;
	readonly witnessesLastHour: Witnesses;
	/** The body itself, or a probe, says so. */
	readonly isConfirmed: boolean;
	/** Minutes within opening hours since the last report; more than 60 closes. */
	readonly quietMinutes: number;
}

/** NO_OUTAGE is where every series begins. */
export const NO_OUTAGE: OutageStatus = { level: 'none', since: null };

/** The last hour alone says sooner than three, or than a day's evidence, that a busy platform fails; for a mere possibility it would say so too often. */
const POSSIBLE = { p1h: 1e-5, p3h: 1e-3, evidence: 1e2 } as const;
/** LIKELY is what tells an outage as a signal. */
export const LIKELY = { p1h: 1e-5, p3h: 1e-5, evidence: 1e4 } as const;
const QUIET_MINUTES = 60;

const ORDER: readonly OutageLevel[] = ['none', 'possible', 'likely', 'confirmed'];

const exceeds = (
	{ p1h, p3h, evidence }: Assessment,
	limit: Pick<Assessment, 'p1h' | 'p3h' | 'evidence'>,
): boolean => p1h < limit.p1h || p3h < limit.p3h || evidence > limit.evidence;

const reached = (assessment: Assessment, situation: Situation): OutageLevel => {
	const { witnesses, witnessesLastHour, scope, isConfirmed } = situation;
	const isLikely = exceeds(assessment, LIKELY) && passesGate(witnesses, scope);
	if (isConfirmed || (isLikely && passesGate(witnessesLastHour, scope, 2))) return 'confirmed';
	if (isLikely) return 'likely';
	return exceeds(assessment, POSSIBLE) ? 'possible' : 'none';
};

/**
 * nextStatus moves a series from a run to the next: it rises at once, and falls only when the last two hours are calm and no report
 * came for an hour of opening time, so that it does not flicker.
 */
export const nextStatus = (
	status: OutageStatus,
	assessment: Assessment,
	situation: Situation,
): OutageStatus => {
	const now = reached(assessment, situation);
	if (ORDER.indexOf(now) > ORDER.indexOf(status.level))
		return { level: now, since: status.since ?? situation.slot };
	const isOver = assessment.isCalm && situation.quietMinutes >= QUIET_MINUTES && !situation.isConfirmed;
	return isOver ? NO_OUTAGE : status;
};
