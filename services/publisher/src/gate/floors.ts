import { FEWEST_HIDDEN } from '../disclosure/residual.js';
import { type Kinship, kinshipsOf } from '../vocabulary/kinship.js';
import { possibleChildren } from '../vocabulary/possible-children.js';
import { type Candidate, type Finding, isShownTo, type Tier, tiers } from './candidate.js';

/** Left is what a shown cell leaves once its shown parts are taken from it. */
interface Left {
	n: number;
	/** At most so many structures: those of the hidden parts, each told apart. */
	structures: number;
	/** How many parts are not shown, those without events included. */
	unseen: number;
}

const leftOf = ({ facts, shown }: Candidate, kinship: Kinship, tier: Tier) => {
	const { parent, child, parentOf } = kinship;
	const possible = possibleChildren(kinship);
	const left = new Map<number, Left>();
	for (const cell of shown.keys())
		if (cell >= parent.base && cell < parent.base + parent.size && isShownTo({ shown }, tier, cell))
			left.set(cell, { n: 0, structures: 0, unseen: possible.get(cell) ?? 0 });
	if (left.size === 0) return left;
	for (const [cell, { n, structures }] of facts) {
		if (cell < child.base || cell >= child.base + child.size) continue;
		const of = left.get(parentOf(cell));
		if (!of) continue;
		if (isShownTo({ shown }, tier, cell)) of.unseen -= 1;
		else {
			of.n += n;
			of.structures += structures;
		}
	}
	return left;
};

const tells = ({ disclosure: { mechanism } }: Candidate, { n, structures, unseen }: Left): boolean =>
	(n > 0 || unseen > 0) &&
	(unseen < FEWEST_HIDDEN || n < mechanism.residual || structures < mechanism.structures);

/** underFloors checks P8 on the lines to be published: behind each shown cell enough events, of enough structures, and enough left where a part is not shown. */
export const underFloors = (candidate: Candidate): readonly Finding[] => {
	const { nodes, facts, shown, disclosure } = candidate;
	const { k, kSigned, D, structures, outsideTop } = disclosure.mechanism;
	const found = new Set<number>();
	for (const [cell, { open }] of shown) {
		const known = facts.get(cell);
		const least = (open ? k : kSigned) - D;
		if (!known || known.n < least || known.structures < structures || known.n - known.top < outsideTop)
			found.add(cell);
	}
	for (const kinship of kinshipsOf(nodes))
		for (const tier of tiers)
			for (const [cell, left] of leftOf(candidate, kinship, tier))
				if (tells(candidate, left)) found.add(cell);
	return [...found].map((cell) => ({ property: 'P8', cell }));
};
