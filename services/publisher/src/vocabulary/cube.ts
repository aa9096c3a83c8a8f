import { createHash } from 'node:crypto';
import { checkLattice } from '@vigie/schemas/check-lattice';
import {
	type Dimension,
	type Family,
	isPublished,
	type LatticeNode,
	type Level,
	lattice,
	type Profile,
} from '@vigie/schemas/lattice';
import { dimensions, positionsOf } from './dimension.js';

/**
 * CubeNode is a node of the lattice laid out as a run of numbers: the cell of an event is base + Σ factor × position, so that
 * ClickHouse counts integers whatever the node.
 */
export interface CubeNode {
	readonly id: string;
	readonly family: Family;
	readonly dimensions: readonly Dimension[];
	/** Number of the node's first cell. */
	readonly base: number;
	/** Cells of the node, NON_PRECISE included everywhere. */
	readonly size: number;
	/** One factor a dimension, in the order of `dimensions`; 0 for those that the node does not cross. */
	readonly factors: readonly number[];
}

const sizeOf = (dimension: Dimension): number => positionsOf(dimension).length;

const layOut = ({ id, family, dimensions: crossed }: LatticeNode, base: number): CubeNode => {
	const factorOf = new Map<Dimension, number>();
	let size = 1;
	for (const dimension of crossed.toReversed()) {
		factorOf.set(dimension, size);
		size *= sizeOf(dimension);
	}
	return {
		id,
		family,
		dimensions: crossed,
		base,
		size,
		factors: dimensions.map((name) => factorOf.get(name) ?? 0),
	};
};

const distinctNodes = (): readonly LatticeNode[] => {
	const { week, month, quarter } = checkLattice(lattice);
	const all = [...week, ...month, ...quarter];
	const distinct = [...new Map(all.map((node) => [node.id, node])).values()];
	return distinct.sort((left, right) => (left.id < right.id ? -1 : 1));
};

/**
 * cube lays out every node of every level, one after the other, in ascending order of their identifiers: the order of cell numbers is
 * that of the tables of cells, whose rows so arrive sorted.
 */
export const cube: readonly CubeNode[] = distinctNodes().reduce<CubeNode[]>((nodes, node) => {
	const last = nodes.at(-1);
	nodes.push(layOut(node, last ? last.base + last.size : 0));
	return nodes;
}, []);

/**
 * regionalKinds crosses what no release crosses: each kind of failure of a platform in a région. It is counted for the detectors alone, since what
 * happens in a few counters of one région is lost in the country's counts; its cells come after those of the cube.
 */
export const regionalKinds: CubeNode = layOut(
	{
		id: 'region-platform-kind',
		family: 'failures',
		dimensions: ['region', 'platform', 'failureKind'],
	},
	cube.reduce((end, { base, size }) => Math.max(end, base + size), 0),
);

/** countedNodes are those that a closing counts, in the order of their cells. */
export const countedNodes: readonly CubeNode[] = [...cube, regionalKinds];

/** isIn tells whether a cell is one of a node's. */
export const isIn = ({ base, size }: CubeNode, cell: number): boolean => cell >= base && cell < base + size;

/** nodesOfLevels gives the laid out nodes of some levels, each once. */
export const nodesOfLevels = (...levels: readonly Level[]): readonly CubeNode[] => {
	const wanted = new Set(levels.flatMap((level) => lattice[level].map(({ id }) => id)));
	return cube.filter(({ id }) => wanted.has(id));
};

/** publishedNodes gives the laid out nodes that a profile publishes at a level. */
export const publishedNodes = (profile: Profile, level: Level): readonly CubeNode[] =>
	nodesOfLevels(level).filter(({ id }) => isPublished(profile, level, id));

/** bindingsOf writes nodes as the parameters of a closing's queries: parallel arrays. */
export const bindingsOf = (nodes: readonly CubeNode[]) => ({
	families: nodes.map(({ family }) => family),
	bases: nodes.map(({ base }) => base),
	factors: nodes.map(({ factors }) => [...factors]),
});

const multiplier = (node: string, dimension: Dimension): bigint =>
	createHash('sha256').update(`${node} ${dimension}`).digest().readBigUInt64BE(0) | 1n;

/**
 * hashBindingsOf writes nodes as parameters of a hash of their cells: base + Σ multiplier × hash of the code, modulo 2^64, with one
 * multiplier a dimension of the node. Unlike a cell's number, it outlives an edition of the lists, so that a quarter can be counted over two of them.
 */
export const hashBindingsOf = (nodes: readonly CubeNode[]) => ({
	nodes: nodes.map(({ id }) => id),
	bases: nodes.map(({ id }) => createHash('sha256').update(id).digest().readBigUInt64BE(0)),
	ownMultipliers: nodes.map((node) => node.dimensions.map((name) => multiplier(node.id, name))),
});

/**
 * decodingBindingsOf writes nodes as parameters by which a cell's number is read back into codes: of each node, where its cells begin and
 * how many they are, and of each of its dimensions which one it is (from one, as arrays count in the store) and its factor; `codes` lists each dimension's.
 */
export const decodingBindingsOf = (nodes: readonly CubeNode[]) => ({
	starts: nodes.map(({ base }) => base),
	sizes: nodes.map(({ size }) => size),
	ownDimensions: nodes.map((node) => node.dimensions.map((name) => dimensions.indexOf(name) + 1)),
	ownFactors: nodes.map((node) => node.dimensions.map((name) => node.factors[dimensions.indexOf(name)] ?? 0)),
	codes: dimensions.map((name) => [...positionsOf(name)]),
});
