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
	/** Whether one structure makes half or more of what is too many over three hours: it would be no signal without it. */
	readonly isOneVoice: boolean;
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
	const isLikely = exceeds(sight, LIKELY) && passesGate(sight.witnesses, scope) && !sight.isOneVoice;
	if (isLikely) return passesGate(sight.witnessesLastHour, scope, 2) ? 'confirmed' : 'likely';
	return exceeds(sight, POSSIBLE) ? 'possible' : 'none';
};

const isQuiet = ({ assessment, quietMinutes }: Sight): boolean =>
	assessment.isCalm && quietMinutes >= QUIET_MINUTES;

/** A kind that was unusual by itself today holds an outage open until it is quiet: to fall asks less than to rise. */
const holdsOpen = (kind: Sight): boolean => !isQuiet(kind) && exceeds({ ...kind, rarity: 1 }, POSSIBLE);

const strengthOf = ({ assessment: { p1h, p3h, evidence } }: Sight): number =>
	Math.max(LIKELY.p1h / p1h, LIKELY.p3h / p3h, evidence / LIKELY.evidence);

/**
 * decisiveKind gives the kind of failure on which the level of a series rests: the one that reaches higher than all its reports do, or, where
 * nothing reaches any level now, the one that still holds an outage open; null when it rests on all reports.
 */
export const decisiveKind = <Kind extends Sight>(
	whole: Sight,
	kinds: readonly Kind[],
	scope: Scope,
): Kind | null => {
	const rankOf = (sight: Sight): number => ORDER.indexOf(reached(sight, scope));
	const least = rankOf(whole);
	const candidates = kinds.filter((kind) => rankOf(kind) > least || (least === 0 && holdsOpen(kind)));
	return candidates.reduce<Kind | null>((first, kind) => {
		if (first === null) return kind;
		const higher = rankOf(kind) - rankOf(first);
		return higher > 0 || (higher === 0 && strengthOf(kind) > strengthOf(first)) ? kind : first;
	}, null);
};

/**
 * nextStatus moves a series from a run to the next, by all its reports (`whole`) and by its kinds of failure, where they are watched: it rises at
 * once with any of them, and falls only when the last two hours are calm and no report came for an hour of opening time, of the
 * kinds that were unusual today too, so that it does not flicker.
 */
export const nextStatus = (
	status: OutageStatus,
	whole: Sight,
	kinds: readonly Sight[],
	{ slot, scope, isConfirmed }: Situation,
): OutageStatus => {
	const rank = Math.max(...[whole, ...kinds].map((sight) => ORDER.indexOf(reached(sight, scope))));
	const now = isConfirmed ? 'confirmed' : (ORDER[rank] ?? 'none');
	if (ORDER.indexOf(now) > ORDER.indexOf(status.level)) return { level: now, since: status.since ?? slot };
	const isOver = !isConfirmed && isQuiet(whole) && !kinds.some(holdsOpen);
	return isOver ? NO_OUTAGE : status;
};
