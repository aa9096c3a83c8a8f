import type { Dimension } from '@vigie/schemas/lattice';
import { isPossible, NON_PRECISE } from '@vigie/schemas/taxonomy';
import { type CubeNode, countedNodes, cube, isIn } from './cube.js';
import { canBeLeftOut, positionsOf } from './dimension.js';

/** Cell is one coordinate of a node that a release publishes. */
export interface Cell {
	/** Its number in the cube. */
	readonly cell: number;
	/** Its line, but for the release, when nothing of it is shown: protected, or impossible by the taxonomy. */
	readonly hidden: string;
}

// What no tier shows: y, then the flags for open data and for those who signed.
const PROTECTED = '\\N\tprotected\tprotected\n';
export const IMPOSSIBLE = '\\N\timpossible\timpossible\n';

const codesAt = (node: CubeNode, offset: number): string[] => {
	let rest = offset;
	const reversed = node.dimensions.toReversed().map((dimension) => {
		const codes = positionsOf(dimension);
		const code = codes[rest % codes.length] ?? NON_PRECISE;
		rest = Math.floor(rest / codes.length);
		return code;
	});
	return reversed.reverse();
};

const textOf = (node: CubeNode, codes: readonly string[]): string =>
	`${node.id}\t[${codes.map((code) => `'${code}'`).join(',')}]`;

const canExist = (node: CubeNode, codes: readonly string[]): boolean =>
	node.dimensions.every((dimension, index) => codes[index] !== NON_PRECISE || canBeLeftOut(dimension));

const clashes = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

/** clashesOf gives, for each code of a dimension, those of another that the taxonomy says it cannot meet. */
const clashesOf = (left: Dimension, right: Dimension): ReadonlyMap<string, ReadonlySet<string>> => {
	const key = `${left}:${right}`;
	const found =
		clashes.get(key) ??
		new Map(
			positionsOf(left).map((code) => [
				code,
				new Set(positionsOf(right).filter((other) => !isPossible(left, code, right, other))),
			]),
		);
	clashes.set(key, found);
	return found;
};

interface Partial {
	readonly codes: readonly string[];
	readonly offset: number;
	readonly possible: boolean;
}

/** cross adds one dimension to coordinates: every code with every one before, in order. */
const cross = (
	node: CubeNode,
	partials: readonly Partial[],
	dimension: Dimension,
	index: number,
): Partial[] => {
	const all = positionsOf(dimension);
	const others = node.dimensions.slice(0, index).map((other) => clashesOf(other, dimension));
	return partials.flatMap(({ codes, offset, possible }) => {
		const clashing = codes.map((code, i) => others[i]?.get(code));
		return all.map((code, position) => ({
			codes: [...codes, code],
			offset: offset * all.length + position,
			possible: possible && !clashing.some((set) => set?.has(code)),
		}));
	});
};

const cellsOf = (node: CubeNode): Cell[] =>
	node.dimensions
		.reduce<Partial[]>(
			(partials, dimension, index) => cross(node, partials, dimension, index),
			[{ codes: [], offset: 0, possible: true }],
		)
		.filter(({ codes }) => canExist(node, codes))
		.map(({ codes, offset, possible }) => ({
			cell: node.base + offset,
			hidden: `\t${textOf(node, codes)}\t${possible ? PROTECTED : IMPOSSIBLE}`,
		}));

const published = new Map<string, readonly Cell[]>();

/**
 * publishedCells lists the cells that a release holds for a node: every coordinate that an event can have, in ascending order of their
 * codes. Made once a node.
 */
export const publishedCells = (node: CubeNode): readonly Cell[] => {
	const cells = published.get(node.id) ?? cellsOf(node);
	published.set(node.id, cells);
	return cells;
};

const possible = new Map<string, ReadonlySet<number>>();

/** possibleCells are those of a node's cells that the taxonomy says can be, in ascending order: all others are published as impossible. */
export const possibleCells = (node: CubeNode): ReadonlySet<number> => {
	const known =
		possible.get(node.id) ??
		new Set(publishedCells(node).flatMap(({ cell, hidden }) => (hidden.endsWith(IMPOSSIBLE) ? [] : [cell])));
	possible.set(node.id, known);
	return known;
};

const texts = new Map<number, string>();

/** textOfCell writes a counted cell as node TAB ['code','code'], the tab-separated form: codes need no escape. Errors: RangeError for one that no event can be in. */
export const textOfCell = (cell: number): string => {
	const known = texts.get(cell);
	if (known !== undefined) return known;
	const node = countedNodes.findLast(({ base }) => base <= cell);
	if (!node || !isIn(node, cell)) throw new RangeError('a cell outside the lattice');
	const codes = codesAt(node, cell - node.base);
	if (!canExist(node, codes))
		throw new RangeError(`an event of ${node.id} lacks a dimension that its kind always has`);
	const text = textOf(node, codes);
	texts.set(cell, text);
	return text;
};

const numbers = new Map<string, number>();

/** cellOfText is the inverse of textOfCell. Errors: RangeError for a coordinate that this taxonomy does not know. */
export const cellOfText = (text: string): number => {
	const known = numbers.get(text);
	if (known !== undefined) return known;
	const [id, coordinates = ''] = text.split('\t');
	const node = cube.find((candidate) => candidate.id === id);
	const codes = coordinates
		.slice(1, -1)
		.split(',')
		.map((quoted) => quoted.slice(1, -1));
	const positions =
		node?.dimensions.map((dimension, index) => positionsOf(dimension).indexOf(codes[index] ?? '')) ?? [];
	if (!node || positions.includes(-1))
		throw new RangeError('a cell fact has a coordinate that this taxonomy does not know');
	const offset = node.dimensions.reduce(
		(sum, dimension, index) => sum * positionsOf(dimension).length + (positions[index] ?? 0),
		0,
	);
	numbers.set(text, node.base + offset);
	return node.base + offset;
};
