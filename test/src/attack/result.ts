import type { Interval } from './statistics.js';

/** AttackId names the attacks of the release gate. */
export type AttackId = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8' | 'A9' | 'A10' | 'A11';

/** AttackResult is what an attack gained; score, baseline and bound are shares (0.03 is three points), or counts where the bound is 0. */
export interface AttackResult {
	readonly score: number;
	/** What the same attacker gets without any table. */
	readonly baseline: number;
	/** Largest score less baseline that is let through. */
	readonly bound: number;
	readonly ok: boolean;
	/** Of the score, at 95 %. */
	readonly interval: Interval;
	readonly trials: number;
	/** More figures of the same attack. */
	readonly more: Readonly<Record<string, number>>;
}

// Sums of doubles: two points less one point are one point.
const SLACK = 1e-9;

/** resultOf judges a score against its baseline and bound. */
export const resultOf = (
	{ score, baseline, interval, trials }: Pick<AttackResult, 'score' | 'baseline' | 'interval' | 'trials'>,
	bound: number,
	more: AttackResult['more'] = {},
): AttackResult => ({
	score,
	baseline,
	bound,
	ok: score - baseline <= bound + SLACK,
	interval,
	trials,
	more,
});
