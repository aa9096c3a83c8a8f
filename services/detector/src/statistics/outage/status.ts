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

/** Sight is one count of what is reported, weighed, beside who is behind it: of all reports of a series, or of those of one kind of failure. */
export interface Sight {
	readonly assessment: Assessment;
	/** Who reported over the last three hours, and over the last one. */
	readonly witnesses: Witnesses;
	readonly witnessesLastHour: Witnesses;
	/** Minutes within opening hours since the last report; more than 60 closes. */
	readonly quietMinutes: number;
	/** How many times rarer it must be than a count that stands alone: it was picked among many (Bonferroni). */
	readonly rarity: number;
}

/** Situation is what a run knows besides the counts. */
export interface Situation {
	readonly slot: string;
	readonly scope: Scope;
	/** The body itself, or a probe, says so. */
	readonly isConfirmed: boolean;
}

/** NO_OUTAGE is where every series begins. */
export const NO_OUTAGE: OutageStatus = { level: 'none', since: null };

/** The last hour alone says sooner than three, or than a day's evidence, that a busy platform fails; for a mere possibility it would say so too often. */
export const POSSIBLE = { p1h: 1e-5, p3h: 1e-3, evidence: 1e2 } as const;
/** LIKELY is what tells an outage as a signal. */
export const LIKELY = { p1h: 1e-5, p3h: 1e-5, evidence: 1e4 } as const;
const QUIET_MINUTES = 60;

const ORDER: readonly OutageLevel[] = ['none', 'possible', 'likely', 'confirmed'];

const exceeds = (
	{ assessment: { p1h, p3h, evidence }, rarity }: Sight,
	limit: Pick<Assessment, 'p1h' | 'p3h' | 'evidence'>,
): boolean => p1h < limit.p1h / rarity || p3h < limit.p3h / rarity || evidence > limit.evidence * rarity;

const reached = (sight: Sight, scope: Scope): OutageLevel => {
	const isLikely = exceeds(sight, LIKELY) && passesGate(sight.witnesses, scope);
	if (isLikely) return passesGate(sight.witnessesLastHour, scope, 2) ? 'confirmed' : 'likely';
	return exceeds(sight, POSSIBLE) ? 'possible' : 'none';
};

const isQuiet = ({ assessment, quietMinutes }: Sight): boolean =>
	assessment.isCalm && quietMinutes >= QUIET_MINUTES;

/**
 * nextStatus moves a series from a run to the next, by all its reports (`whole`) and by its most unusual kind of failure, when one is
 * watched: it rises at once with either, and falls only when the last two hours are calm and no report came for an hour of opening
 * time, of the kind too if that was unusual today, so that it does not flicker.
 */
export const nextStatus = (
	status: OutageStatus,
	whole: Sight,
	kind: Sight | null,
	{ slot, scope, isConfirmed }: Situation,
): OutageStatus => {
	const sights = kind === null ? [whole] : [whole, kind];
	const rank = Math.max(...sights.map((sight) => ORDER.indexOf(reached(sight, scope))));
	const now = isConfirmed ? 'confirmed' : (ORDER[rank] ?? 'none');
	if (ORDER.indexOf(now) > ORDER.indexOf(status.level)) return { level: now, since: status.since ?? slot };
	const isOver =
		!isConfirmed && isQuiet(whole) && (kind === null || isQuiet(kind) || !exceeds(kind, POSSIBLE));
	return isOver ? NO_OUTAGE : status;
};
