import type { Dimension } from '@vigie/schemas/lattice';
import { NON_PRECISE } from '@vigie/schemas/taxonomy';
import type { CubeNode } from './cube.js';
import { codesByValue, dimensions, positionsOf } from './dimension.js';

/** Kinship is a pair of nodes of which one adds up the other: every event of a parent's cell is in one cell of the child. */
export interface Kinship {
	readonly parent: CubeNode;
	readonly child: CubeNode;
	/** parentOf gives the number of the parent's cell that holds a cell of the child. */
	parentOf(cell: number): number;
}

/** What adds up a dimension: a région its départements, a group its kinds of failure. */
const coarser: Partial<Record<Dimension, Dimension>> = { departement: 'region', failureKind: 'failureGroup' };

/** sourceOf finds the dimension of the child that decides one of the parent's; undefined when there is none. */
const sourceOf = (wanted: Dimension, child: CubeNode): Dimension | undefined =>
	child.dimensions.find((name) => name === wanted) ??
	child.dimensions.find((name) => coarser[name] === wanted);

/** positionsIn gives, for each position of the child's dimension, the one in the parent's. */
const positionsIn = (parent: Dimension, child: Dimension): readonly number[] => {
	const codes = positionsOf(child);
	if (parent === child) return codes.map((_, position) => position);
	const codeOf = new Map([[NON_PRECISE, NON_PRECISE] as const, ...codesByValue(parent)]);
	return codes.map((code) => positionsOf(parent).indexOf(codeOf.get(code) ?? NON_PRECISE));
};

const factorOf = (node: CubeNode, dimension: Dimension): number =>
	node.factors[dimensions.indexOf(dimension)] ?? 0;

const kinshipOf = (parent: CubeNode, child: CubeNode): Kinship | null => {
	if (parent.id === child.id || parent.family !== child.family) return null;
	if (parent.dimensions.length > child.dimensions.length) return null;
	const terms = parent.dimensions.map((wanted) => {
		const source = sourceOf(wanted, child);
		if (source === undefined) return null;
		const factor = factorOf(parent, wanted);
		const shares = positionsIn(wanted, source).map((position) => position * factor);
		return { stride: factorOf(child, source), size: shares.length, shares };
	});
	if (terms.includes(null)) return null;
	const known = terms.filter((term) => term !== null);
	return {
		parent,
		child,
		parentOf: (cell) =>
			known.reduce(
				(sum, { stride, size, shares }) =>
					sum + (shares[Math.floor((cell - child.base) / stride) % size] ?? 0),
				parent.base,
			),
	};
};

/** kinshipsOf lists every pair of nodes of which one adds up the other, directly or not, in the order of the nodes. */
export const kinshipsOf = (nodes: readonly CubeNode[]): readonly Kinship[] =>
	nodes.flatMap((parent) => nodes.flatMap((child) => kinshipOf(parent, child) ?? []));
