import type { Rule } from './display.js';

/**
 * The residual rule: what a shown cell leaves when its shown children are taken from it must be enough, and of several children, unless
 * all of them are shown. That nothing is left is no exception: were a child hidden only where one to four events are left, its hiding
 * would say so. It is decided while structures can still be told apart, and the decision is frozen with the facts.
 */

/** Were one child hidden alone, the others taken from their parent would say how much it holds. */
export const FEWEST_HIDDEN = 2;

/** Member is a cell as the rule sees it, for one tier. */
export interface Member {
	readonly cell: number;
	readonly n: number;
	/** Its perturbed count: the only size by which a child is chosen, so that the choice tells nothing more. */
	readonly y: number;
	/** Some of its structures: all of them when they are fewer than the rule's number, at least as many otherwise. */
	readonly structures: readonly number[];
	shown: boolean;
}

/** Kin is a cell and the cells of a finer node that add up to it. */
export interface Kin {
	readonly parent: Member;
	/** Those that hold events. */
	readonly children: readonly Member[];
	/** How many children it can have, those without events included. */
	readonly possible: number;
}

type ResidualRule = Pick<Rule, 'residual' | 'structures'>;

/** isTelling tells whether a shown parent, less its shown children, would say something of no event, of a few, or of a few structures. */
export const isTelling = (
	{ children, possible }: Pick<Kin, 'children' | 'possible'>,
	rule: ResidualRule,
): boolean => {
	let [shown, hidden] = [0, 0];
	const structures = new Set<number>();
	for (const child of children) {
		if (child.shown) shown += 1;
		else hidden += child.n;
		if (!child.shown && structures.size < rule.structures)
			for (const structure of child.structures) structures.add(structure);
	}
	// Where every child is shown, nothing is left to be told.
	if (hidden === 0 && shown >= possible) return false;
	return possible - shown < FEWEST_HIDDEN || hidden < rule.residual || structures.size < rule.structures;
};

const smallestShown = (children: readonly Member[]): Member | undefined =>
	children
		.filter(({ shown }) => shown)
		.reduce<Member | undefined>(
			(least, child) =>
				least && (least.y < child.y || (least.y === child.y && least.cell < child.cell)) ? least : child,
			undefined,
		);

/** mend hides, smallest first, the children that it takes; without a child left to hide, the parent. Tells whether it hid any. */
const mend = (kin: Kin, rule: ResidualRule): boolean => {
	let changed = false;
	while (kin.parent.shown && isTelling(kin, rule)) {
		const hidden = smallestShown(kin.children) ?? kin.parent;
		hidden.shown = false;
		changed = true;
	}
	return changed;
};

/**
 * withhold hides cells until no shown parent tells too much: each hiding can make another one necessary. Members only ever go from
 * shown to hidden, so that it ends; the order of the families decides which, and is that of the lattice.
 */
export const withhold = (families: readonly Kin[], rule: ResidualRule): void => {
	let changed = true;
	while (changed) {
		changed = false;
		for (const kin of families) if (mend(kin, rule)) changed = true;
	}
};
