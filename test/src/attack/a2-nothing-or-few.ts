import { createRandom } from '@vigie/demonstration/random';
import { familiesOf, isShown, truthOf } from './families.js';
import { guess, type Target } from './guess.js';
import { timeFamiliesOf } from './over-time.js';
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

const isFew = (left: number): number => (left > 0 && left <= FEW ? 1 : 0);

/** withinReleases are shown totals: the part that the residual rule hides besides, and what is left once the shown parts are taken away, are their signs. */
const withinReleases = (releases: readonly Scored[], tier: Tier): readonly Few[] =>
	releases.flatMap((release) =>
		familiesOf(release, tier).flatMap(({ pair, parent, hidden, rest }): Few[] => {
			if (hidden.length === 0) return [];
			const small = hidden.filter((cell) => !isSecondary(release, tier, cell));
			const left = small.reduce((sum, cell) => sum + truthOf(release, cell), 0);
			const missing = hidden.filter((cell) => usuallyShown(releases, release.level, tier, cell)).length;
			const many = Math.min(hidden.length, 4);
			return [
				{
					secret: `${release.release} ${pair} ${parent}`,
					left,
					truth: isFew(left),
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
	);

/** overTime are cells that some weeks of a month (months of a quarter) show: that the whole is not shown is their sign. */
const overTime = (releases: readonly Scored[], tier: Tier): readonly Few[] =>
	timeFamiliesOf(releases, tier).map(({ whole, node, cell, rest, left }) => {
		const size = rest === null ? 'hidden' : sizeOf(rest);
		return {
			secret: `${whole.release} ${cell} over time`,
			left,
			truth: isFew(left),
			priors: [`${whole.level} ${node} over time`, `${whole.level} ${cell} over time`],
			clues: [size, String(rest === null), size, size, size],
			direct: [rest === null ? 1 : 0, rest === null ? 0 : 1, 0],
		};
	});

/** balanced keeps of each answer as many targets as of the rarer one: there, who always says the same is right half of the time. */
const balanced = (targets: readonly Few[]): readonly Few[] => {
	const random = createRandom('balanced');
	const [few, none] = [1, 0].map((truth) => targets.filter((target) => target.truth === truth));
	const least = Math.min(few?.length ?? 0, none?.length ?? 0);
	return [few ?? [], none ?? []].flatMap((side) =>
		side.filter(() => random.uniform() < least / Math.max(1, side.length)),
	);
};

/**
 * nothingOrFew tells, of totals whose parts are not all shown, whether those too small to be shown hold one to four events or none; an
 * oracle has told which hold five or more. Told besides: the same of as many totals of each kind (`balanced`), and of all totals, without
 * an oracle (`allTotals`): all are held to the same bound.
 */
export const nothingOrFew = (releases: readonly Scored[]): AttackResult => {
	const all = (['signed', 'all'] as const).flatMap((tier) => [
		...withinReleases(releases, tier),
		...overTime(releases, tier),
	]);
	const few = all.filter(({ left }) => left <= FEW);
	const [even, whole] = [guess(balanced(few), 'A2'), guess(all, 'A2')];
	const judged = resultOf(guess(few, 'A2'), BOUND, {
		balanced: even.score,
		balancedBaseline: even.baseline,
		balancedTrials: even.trials,
		allTotals: whole.score,
		allTotalsBaseline: whole.baseline,
		allTotalsTrials: whole.trials,
	});
	return { ...judged, ok: judged.ok && [even, whole].every((one) => one.score - one.baseline <= BOUND) };
};
