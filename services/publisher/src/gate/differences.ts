import { FEWEST_HIDDEN } from '../disclosure/residual.js';
import { disclosed, type FrozenFacts } from '../release/withheld.js';
import { type Candidate, type Finding, isShownTo, type Part, type Tier, tiers } from './candidate.js';

/** Left is what remains of a cell over a period once what its parts show is taken away. */
interface Left {
	readonly n: number;
	/** At most so many structures. */
	readonly structures: number;
	/** How many parts do not show it, those where it holds nothing included. */
	readonly unseen: number;
}

const nothing: Left = { n: 0, structures: 0, unseen: 0 };

const isShown = (candidate: Candidate, tier: Tier, facts: FrozenFacts | undefined): boolean => {
	const read = facts ? disclosed(candidate.disclosure, facts) : null;
	return read !== null && (tier === 'signed' || read.readers === 'all');
};

/** leftIn takes a part away where it is shown; where it is not, the parts of it that are: a hidden month leaves its hidden weeks. */
const leftIn = (candidate: Candidate, tier: Tier, { facts, parts }: Part, cell: number): Left => {
	const own = facts.get(cell);
	if (isShown(candidate, tier, own)) return nothing;
	if (parts.some((part) => part.facts.has(cell))) return leftOver(candidate, tier, parts, cell);
	return { n: own?.n ?? 0, structures: own?.structures ?? 0, unseen: 1 };
};

const leftOver = (candidate: Candidate, tier: Tier, parts: readonly Part[], cell: number): Left =>
	parts
		.map((part) => leftIn(candidate, tier, part, cell))
		.reduce(
			(sum, { n, structures, unseen }) => ({
				n: sum.n + n,
				structures: sum.structures + structures,
				unseen: sum.unseen + unseen,
			}),
			nothing,
		);

/**
 * betweenReleases checks A5: a shown cell, less what the earlier releases of its time show of it, leaves enough, unless all of them show
 * it. Cells that no part publishes are left alone.
 */
export const betweenReleases = (candidate: Candidate): readonly Finding[] => {
	const { residual, structures: enough } = candidate.disclosure.mechanism;
	const { parts } = candidate;
	const compared = new Set(
		parts.flatMap((part) => [part, ...part.parts]).flatMap(({ facts }) => [...facts.keys()]),
	);
	return [...candidate.shown.keys()]
		.filter((cell) => compared.has(cell))
		.filter((cell) =>
			tiers.some((tier) => {
				if (!isShownTo(candidate, tier, cell)) return false;
				const { n, structures, unseen } = leftOver(candidate, tier, parts, cell);
				return unseen > 0 && (unseen < FEWEST_HIDDEN || n < residual || structures < enough);
			}),
		)
		.map((cell) => ({ property: 'A5', cell }));
};
