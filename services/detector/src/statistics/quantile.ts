import { type Count, lowerTail, upperTail } from './negative-binomial.js';

// A tail that equals its level exactly must not be refused by its last digits.
const SLACK = 1 + 1e-12;

/** firstCount gives the smallest count from 0 that satisfies a condition which, once true, stays true. */
const firstCount = (guess: number, isReached: (y: number) => boolean): number => {
	let [below, reached] = [-1, Math.max(0, Math.floor(guess))];
	for (let step = 1; !isReached(reached); step *= 2) {
		below = reached;
		reached += step;
	}
	for (let step = 1; reached - step > below; step *= 2) {
		if (!isReached(reached - step)) {
			below = reached - step;
			break;
		}
		reached -= step;
	}
	while (reached - below > 1) {
		const middle = Math.floor((below + reached) / 2);
		if (isReached(middle)) reached = middle;
		else below = middle;
	}
	return reached;
};

/**
 * upperBound gives the smallest u with P(Y > u) <= alpha: the quantile at 1 - alpha, found from the upper tail so that very small
 * levels keep their digits. `alpha` in (0, 1).
 */
export const upperBound = (alpha: number, count: Count): number => {
	if (!(alpha > 0 && alpha < 1)) throw new RangeError('a level is between 0 and 1');
	if (count.mu === 0) return 0;
	const guess = count.mu + 2 * Math.sqrt(count.phi * count.mu);
	return firstCount(guess, (y) => upperTail(y + 1, count) <= alpha * SLACK);
};

/** quantile gives the smallest y with P(Y <= y) >= probability, which lies in (0, 1). */
export const quantile = (probability: number, count: Count): number => {
	if (!(probability > 0 && probability < 1)) throw new RangeError('a probability is between 0 and 1');
	if (probability > 0.5) return upperBound(1 - probability, count);
	if (count.mu === 0) return 0;
	return firstCount(count.mu, (y) => lowerTail(y, count) * SLACK >= probability);
};
