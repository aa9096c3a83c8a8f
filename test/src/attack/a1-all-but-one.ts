import { familiesOf, truthOf } from './families.js';
import { guess, type Target } from './guess.js';
import type { Scored } from './releases.js';
import { type AttackResult, resultOf } from './result.js';

const BOUND = 0.03;
const LEAST = 5;

/**
 * allButOne takes from each shown total all of its parts but one, and guesses the part that is not shown. Parts that hold nobody are no
 * target: that nothing is left is visible by design; how often they are read right too is told besides.
 */
export const allButOne = (releases: readonly Scored[]): AttackResult => {
	const all = (['signed', 'all'] as const).flatMap((tier) =>
		releases.flatMap((release) =>
			familiesOf(release, tier).flatMap(({ pair, shown, hidden, rest }): Target[] => {
				const [only] = hidden;
				if (only === undefined || hidden.length > 1 || shown.length === 0) return [];
				const left = Math.max(0, rest);
				return [
					{
						truth: truthOf(release, only),
						prior: `${release.level} ${pair}`,
						clues: [String(Math.min(left, 40)), String(rest < LEAST)],
						// Who knows the residual rule knows that nothing is left, or five at least.
						direct: [left, rest < LEAST ? 0 : rest],
					},
				];
			}),
		),
	);
	const withEmpty = guess(all, 'A1');
	const held = all.filter(({ truth }) => truth > 0);
	return resultOf(guess(held, 'A1'), BOUND, {
		withEmpty: withEmpty.score,
		withEmptyBaseline: withEmpty.baseline,
		withEmptyTrials: withEmpty.trials,
	});
};
