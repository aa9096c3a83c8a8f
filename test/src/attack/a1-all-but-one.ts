import { familiesOf, truthOf } from './families.js';
import { guess, type Target } from './guess.js';
import type { Scored } from './releases.js';
import { type AttackResult, resultOf } from './result.js';

const BOUND = 0.03;
const LEAST = 5;
const MOST_HIDDEN = 3;

/**
 * allButOne takes from each shown total all of its shown parts, and guesses those that are not shown, `most` of them at most. The
 * same for the parts that hold events is told besides (`holdingEvents`), and held to the same bound.
 */
export const allButOne = (releases: readonly Scored[], most = MOST_HIDDEN): AttackResult => {
	const all = (['signed', 'all'] as const).flatMap((tier) =>
		releases.flatMap((release) =>
			familiesOf(release, tier).flatMap(({ pair, shown, hidden, rest }): Target[] => {
				if (hidden.length === 0 || hidden.length > most || shown.length === 0) return [];
				const left = Math.max(0, Math.round(rest / hidden.length));
				return hidden.map((cell) => ({
					secret: `${release.release} ${cell}`,
					truth: truthOf(release, cell),
					priors: [`${release.level} ${pair}`, `${release.level} ${pair} ${cell}`],
					clues: [`${hidden.length} ${Math.min(left, 40)}`, `${hidden.length} ${rest < LEAST}`],
					// Who knows the residual rule knows that nothing is left, or five at least.
					direct: [left, rest < LEAST ? 0 : left],
				}));
			}),
		),
	);
	const held = guess(
		all.filter(({ truth }) => truth > 0),
		'A1',
	);
	const judged = resultOf(guess(all, 'A1'), BOUND, {
		holdingEvents: held.score,
		holdingEventsBaseline: held.baseline,
		holdingEventsTrials: held.trials,
	});
	return { ...judged, ok: judged.ok && held.score - held.baseline <= BOUND };
};
