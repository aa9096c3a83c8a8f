import { type Drift, evidenceOf, feedDrift, startDrift } from './drift.js';
import type { Expectation } from './expectation.js';
import { sumOfWeeks } from './judgement.js';
import { upperTail } from './negative-binomial.js';
import { LEAST_IN_FOUR_WEEKS } from './week-alarm.js';

/**
 * One series followed by itself, week after week: what is measured of the method on series whose truth is known. What the service says of many
 * series goes through `families` instead. Three rules share fewer false alarms than the weekly rule by itself (`raisesAlarm`): a
 * week far above (a peak), two weeks together above (most bursts last two), and evidence for a lasting rise. Together
 * they raise fewer, and find more of both bursts and drifts.
 */
const RULES = { week: 0.0005, twoWeeks: 0.0068, evidence: 250 } as const;

type Expected = Pick<Expectation, 'mu' | 'phi' | 'spread'>;

/** Alarm tells what was seen: a peak (pic), or a lasting rise (hausse durable). */
export type Alarm = 'peak' | 'rise';

/** Watch is a plain value, kept from a week to the next. */
export interface Watch {
	readonly drift: Drift;
	readonly previous: (Expected & { readonly y: number }) | null;
	readonly alarm: Alarm | null;
	/** Counts of the last three weeks. */
	readonly latest: readonly number[];
}

/** startWatch begins without any memory; `latest` may give the counts of the three weeks before. */
export const startWatch = (latest: readonly number[] = []): Watch => ({
	drift: startDrift(),
	previous: null,
	alarm: null,
	latest: latest.slice(-3),
});

const isPeak = ({ previous, alarm, latest }: Watch, y: number, expected: Expected): boolean => {
	if (y === 0 || y + latest.reduce((sum, count) => sum + count, 0) < LEAST_IN_FOUR_WEEKS) return false;
	if (upperTail(y, { mu: expected.mu, phi: expected.spread }) <= RULES.week) return true;
	// Two weeks are not told again when the first of them was told already.
	if (!previous || alarm !== null) return false;
	const { mu, spread } = sumOfWeeks([previous, expected]);
	return upperTail(previous.y + y, { mu, phi: spread }) <= RULES.twoWeeks;
};

/** feedWatch adds a week: the new state says what it raised, if anything. After an alarm the evidence for a rise is gathered anew. */
export const feedWatch = (watch: Watch, week: number, y: number, expected: Expected): Watch => {
	const drift = feedDrift(watch.drift, week, y, { mu: expected.mu, phi: expected.spread });
	const rise = evidenceOf(drift) > RULES.evidence ? 'rise' : null;
	const alarm = isPeak(watch, y, expected) ? 'peak' : rise;
	return {
		drift: alarm === null ? drift : startDrift(),
		previous: { y, mu: expected.mu, phi: expected.phi, spread: expected.spread },
		alarm,
		latest: [...watch.latest, y].slice(-3),
	};
};
