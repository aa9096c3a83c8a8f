import type { Expectation } from './expectation.js';
import { sumOfWeeks } from './judgement.js';
import { upperTail } from './negative-binomial.js';

/**
 * A week is told by itself, or, if it is unusual, together with the week before: half of a burst falls in its second week, chance does not. The
 * three levels raise about as many false alarms as one bound at 1 % should, and less than R's `nbPlugin` does, which takes the mean for known:
 * with it one alarm in three and more is false. It judges one series by itself, on series whose truth is known; the service judges families.
 */
const LEVELS = { week: 0.008, unusual: 0.02, twoWeeks: 0.01 } as const;

/** Fewer events than this in four weeks are no burst (Farrington's rule of display). */
export const LEAST_IN_FOUR_WEEKS = 5;

/** SeenWeek is a week's count beside what was expected of it, in either mode. */
export interface SeenWeek {
	readonly y: number;
	readonly expected: Pick<Expectation, 'mu' | 'phi' | 'squaredError'>;
}

/** Not knowing the mean exactly counts in each tail, also in the mode whose bound leaves it out. */
const countOf = ({ expected: { mu, phi, squaredError } }: SeenWeek) => ({
	mu,
	phi,
	spread: phi + squaredError * mu,
});

/** tailOfWeek gives P(Y >= y) of a week, the error of its mean included. */
export const tailOfWeek = (week: SeenWeek): number => {
	const { mu, spread } = countOf(week);
	return upperTail(week.y, { mu, phi: spread });
};

const tailOfTwo = (previous: SeenWeek, week: SeenWeek): number => {
	const { mu, spread } = sumOfWeeks([countOf(previous), countOf(week)]);
	return upperTail(previous.y + week.y, { mu, phi: spread });
};

/** raisesAlarm is the weekly rule of a series by itself. `previous` is the week before, if it is known; `before` is what the three weeks before brought together. */
export const raisesAlarm = (week: SeenWeek, previous: SeenWeek | null, before: number): boolean => {
	if (week.y === 0 || before + week.y < LEAST_IN_FOUR_WEEKS) return false;
	const p = tailOfWeek(week);
	if (p <= LEVELS.week) return true;
	return p <= LEVELS.unusual && previous !== null && tailOfTwo(previous, week) <= LEVELS.twoWeeks;
};
