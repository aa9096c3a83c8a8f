import { isTelling, type Kin, type Member, withhold } from '../disclosure/residual.js';
import { possibleCells } from '../vocabulary/cells.js';
import type { CubeNode } from '../vocabulary/cube.js';
import { kinshipsOf } from '../vocabulary/kinship.js';
import { possibleChildren } from '../vocabulary/possible-children.js';
import type { Disclosed, Disclosure, KeyedFacts } from './disclose.js';

/** Withheld tells from whom the residual rule keeps a cell that its own facts would show: nobody, open data, or both tiers. */
export type Withheld = 'none' | 'open' | 'both';

/** FrozenFacts are facts with the decision of the residual rule: all that a release is made of. */
export interface FrozenFacts extends KeyedFacts {
	readonly withheld: Withheld;
}

/** TellingFacts are the facts of a cell while its structures can still be told apart. */
export interface TellingFacts extends KeyedFacts {
	/** All of its structures when they are one or two; two of them otherwise. Never stored. */
	readonly sample: readonly [number, number];
}

type Tier = 'signed' | 'all';

/** isOpenTo tells whether a tier reads a cell. */
const isOpenTo = (tier: Tier, readers: Disclosed['readers'], withheld: Withheld): boolean =>
	tier === 'signed' ? withheld !== 'both' : readers === 'all' && withheld === 'none';

/** disclosed gives what may be read of a cell, and by whom, all rules applied; null when nobody may. */
export const disclosed = (disclosure: Disclosure, facts: FrozenFacts): Disclosed | null => {
	if (facts.withheld === 'both') return null;
	const own = disclosure.of(facts);
	return own && facts.withheld === 'open' ? { ...own, readers: 'signed' } : own;
};

interface Judged {
	readonly facts: TellingFacts;
	readonly own: Disclosed | null;
	withheld: Withheld;
}

/** Two of three structures or more are enough for the rule, which asks for three: a third stands for the rest. */
const structuresOf = ({ structures, sample }: TellingFacts): readonly number[] =>
	structures > 2 ? [...sample, -1] : sample;

const membersOf = (judged: ReadonlyMap<number, Judged>, tier: Tier): ReadonlyMap<number, Member> =>
	new Map(
		[...judged].map(([cell, { facts, own, withheld }]) => [
			cell,
			{
				cell,
				n: facts.n,
				y: own?.y ?? 0,
				structures: structuresOf(facts),
				shown: own !== null && isOpenTo(tier, own.readers, withheld),
			},
		]),
	);

/** familiesOf groups, for each pair of nodes, the children of each shown parent. */
const familiesOf = (nodes: readonly CubeNode[], members: ReadonlyMap<number, Member>): Kin[] => {
	const within = ({ base, size }: CubeNode): Member[] =>
		[...members.values()].filter(({ cell }) => cell >= base && cell < base + size);
	const membersOfNode = new Map(nodes.map((node) => [node.id, within(node)]));
	return kinshipsOf(nodes).flatMap((kinship) => {
		const { parent, child, parentOf } = kinship;
		const families = new Map<number, Member[]>();
		for (const { cell, shown } of membersOfNode.get(parent.id) ?? []) if (shown) families.set(cell, []);
		for (const member of membersOfNode.get(child.id) ?? []) families.get(parentOf(member.cell))?.push(member);
		const possible = possibleChildren(kinship);
		return [...families].flatMap(([cell, children]) => {
			const found = members.get(cell);
			return found ? [{ parent: found, children, possible: possible.get(cell) ?? 0 }] : [];
		});
	});
};

/** A release whose cells add up, over time, to those of the one being decided: it is published already. */
export type Earlier = ReadonlyMap<number, FrozenFacts>;

/** earlierChild is a cell of an earlier release: who its structures were can no longer be told, so the most one cell had counts. */
const earlierChild = (
	cell: number,
	facts: FrozenFacts,
	own: Disclosed | null,
	tier: Tier,
	enough: number,
): Member => ({
	cell,
	n: facts.n,
	y: own?.y ?? 0,
	structures: Array.from({ length: Math.min(facts.structures, enough) }, (_, index) => index),
	shown: own !== null && isOpenTo(tier, own.readers, facts.withheld),
});

/** hideOverTime hides a cell that, less its shown weeks (or months), would tell too much: what they showed cannot be hidden any more. */
const hideOverTime = (
	members: ReadonlyMap<number, Member>,
	earlier: readonly Earlier[],
	within: readonly (readonly Earlier[])[],
	disclosure: Disclosure,
	tier: Tier,
): void => {
	const { mechanism } = disclosure;
	const childrenIn = (part: Earlier, cell: number): readonly Member[] => {
		const facts = part.get(cell);
		return facts ? [earlierChild(cell, facts, disclosure.of(facts), tier, mechanism.structures)] : [];
	};
	const published = new Set(earlier.flatMap((release) => [...release.keys()]));
	for (const cell of published) {
		const member = members.get(cell);
		if (!member?.shown) continue;
		const compared = earlier.flatMap((release, index) => {
			const inside = within[index] ?? [];
			const [child] = childrenIn(release, cell);
			// Behind a hidden month stand its weeks, where they publish the same table: those that are shown can be taken away too.
			const isBehind = child && !child.shown && inside.some((part) => part.has(cell));
			return isBehind ? inside : [release];
		});
		const children = compared.flatMap((part) => childrenIn(part, cell));
		if (isTelling({ children, possible: compared.length }, mechanism)) member.shown = false;
	}
};

/**
 * freezeWithheld applies the residual rule to a release, the signed tier first: what it hides, the open one hides too. `earlier` are the
 * releases that add up to this one over time, with their cells of the same nodes; `within`, those that add up to each of them. A cell that nobody may read by its own facts is 'none'.
 */
export const freezeWithheld = (
	nodes: readonly CubeNode[],
	facts: ReadonlyMap<number, TellingFacts>,
	disclosure: Disclosure,
	earlier: readonly Earlier[] = [],
	within: readonly (readonly Earlier[])[] = [],
): ReadonlyMap<number, FrozenFacts> => {
	const inOrder = [...facts].sort(([left], [right]) => left - right);
	// A combination that the taxonomy refuses today is published as impossible, whatever it holds.
	const ownOf = (cell: number, known: TellingFacts): Disclosed | null => {
		const own = disclosure.of(known);
		const node = own && nodes.findLast(({ base }) => base <= cell);
		return node && possibleCells(node).has(cell) ? own : null;
	};
	const judged = new Map<number, Judged>(
		inOrder.map(([cell, known]) => [cell, { facts: known, own: ownOf(cell, known), withheld: 'none' }]),
	);
	for (const [tier, consequence] of [
		['signed', 'both'],
		['all', 'open'],
	] as const) {
		const members = membersOf(judged, tier);
		const before = [...members.values()].filter(({ shown }) => shown);
		hideOverTime(members, earlier, within, disclosure, tier);
		withhold(familiesOf(nodes, members), disclosure.mechanism);
		for (const { cell, shown } of before) {
			const cellJudged = judged.get(cell);
			if (!shown && cellJudged) cellJudged.withheld = consequence;
		}
	}
	return new Map(
		[...judged].map(
			([
				cell,
				{
					facts: { n, kappa, structures, top },
					withheld,
				},
			]) => [cell, { n, kappa, structures, top, withheld }],
		),
	);
};
