import { familiesOf, isShown, truthOf } from './families.js';
import { guess, type Target } from './guess.js';
import type { Scored, Tier } from './releases.js';
import { type AttackResult, resultOf } from './result.js';

const BOUND = 0.05;
const FEW = 4;

/** isSecondary tells, for scoring, whether a cell is hidden by the residual rule only. */
const isSecondary = ({ facts }: Scored, tier: Tier, cell: number): boolean => {
	const withheld = facts.get(cell)?.withheld ?? 'none';
	return tier === 'signed' ? withheld === 'both' : withheld !== 'none';
};

/** usuallyShown tells whether a cell is shown in most releases of its level: hiding it now may be a sign. */
const usuallyShown = (releases: readonly Scored[], level: string, tier: Tier, cell: number): boolean => {
	const same = releases.filter((release) => release.level === level);
	return 2 * same.filter((release) => isShown(release, tier, cell)).length > same.length;
};

const sizeOf = (rest: number): string => {
	if (rest < 5) return 'none';
	return rest < 16 ? 'few' : 'many';
};

interface Few extends Target {
	readonly left: number;
}

/**
 * nothingOrFew tells of which shown totals the parts too small to be shown hold one to four events; the part that the residual rule hides
 * besides, and what is left once the shown parts are taken away, are its signs. Told besides (`knowingFew`): the same, for somebody whom
 * an oracle has told which totals have five or more.
 */
export const nothingOrFew = (releases: readonly Scored[]): AttackResult => {
	const all = (['signed', 'all'] as const).flatMap((tier) =>
		releases.flatMap((release) =>
			familiesOf(release, tier).flatMap(({ pair, parent, hidden, rest }): Few[] => {
				if (hidden.length === 0) return [];
				const small = hidden.filter((cell) => !isSecondary(release, tier, cell));
				const left = small.reduce((sum, cell) => sum + truthOf(release, cell), 0);
				const missing = hidden.filter((cell) => usuallyShown(releases, release.level, tier, cell)).length;
				const many = Math.min(hidden.length, 4);
				return [
					{
						left,
						truth: left > 0 && left <= FEW ? 1 : 0,
						priors: [`${release.level} ${pair}`, `${release.level} ${pair} ${parent}`],
						clues: [
							sizeOf(rest),
							`${sizeOf(rest)} ${missing}`,
							`${many} ${sizeOf(rest)} ${missing}`,
							`${missing}`,
							String(Math.min(Math.max(rest, -1), 20)),
						],
						direct: [rest < 5 ? 0 : 1, missing > 0 ? 1 : 0, rest > 0 && rest <= FEW ? 1 : 0],
					},
				];
			}),
		),
	);
	const few = guess(
		all.filter(({ left }) => left <= FEW),
		'A2',
	);
	return resultOf(guess(all, 'A2'), BOUND, {
		knowingFew: few.score,
		knowingFewBaseline: few.baseline,
		knowingFewTrials: few.trials,
	});
};
