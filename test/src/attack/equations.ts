import { possibleCells } from '@vigie/publisher/vocabulary/cells';
import { type CubeNode, nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import type { Level } from '@vigie/schemas/lattice';
import { shapesOf } from './families.js';
import type { Release } from './releases.js';

/** Column is an unknown of the equations: one cell of a release, or hidden cells that stand in the very same equations. */
export interface Column {
	readonly release: string;
	readonly cells: number[];
	readonly low: number;
	readonly high: number;
	/** False for a shown cell, or a sum that no release publishes. */
	readonly isHidden: boolean;
}

/** Equations are columns and rows: in each row, the first column is the sum of the others. */
export interface Equations {
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly number[])[];
}

/** partLevel is the level of the releases that add up to a month or a quarter. */
export const partLevel = (level: Level): Level => (level === 'quarter' ? 'month' : 'week');

// More than any cell can hold.
const MOST = 1e6;

/** sumsBelow are tables that a coarse period does not publish, but whose parts are published: an attacker adds them up. */
const sumsBelow = (level: Level): readonly CubeNode[] => {
	if (level === 'week') return [];
	const own = nodesOfLevels(level);
	return nodesOfLevels(partLevel(level)).filter(
		(node) =>
			!own.some(({ id }) => id === node.id) &&
			own.some((child) => shapesOf([node, child]).some(({ pair }) => pair === `${node.id}>${child.id}`)),
	);
};

/** rowsWithin are the sums of a release: each cell that adds up cells of a finer table. */
const rowsWithin = (nodes: readonly CubeNode[], name: (cell: number) => string) =>
	shapesOf(nodes).flatMap(({ children }) =>
		[...children].map(([parent, cells]) => [name(parent), ...cells.map(name)]),
	);

/** equationsOf writes all that is known of some releases: the first is the whole, the others its parts; each shown cell within D of its value. */
export const equationsOf = (group: readonly Release[], D: number): Equations => {
	const [whole, ...parts] = group;
	if (!whole) return { columns: [], rows: [] };
	const nameIn = (release: string) => (cell: number) => `${release} ${cell}`;
	const latent = sumsBelow(whole.level);
	const wholeNodes = [...whole.nodes, ...latent];
	const names: string[][] = [
		...rowsWithin(wholeNodes, nameIn(whole.release)),
		...parts.flatMap((part) => rowsWithin(part.nodes, nameIn(part.release))),
	];
	const [first] = parts;
	for (const node of wholeNodes)
		if (first?.nodes.some(({ id }) => id === node.id))
			for (const cell of possibleCells(node))
				names.push([`${whole.release} ${cell}`, ...parts.map(({ release }) => `${release} ${cell}`)]);
	return merge(group, names, D, new Set(latent.flatMap((node) => [...possibleCells(node)])));
};

/** merge gives each shown cell a column, and one to all the hidden cells that stand in the same rows. */
const merge = (
	group: readonly Release[],
	names: readonly (readonly string[])[],
	D: number,
	latent: ReadonlySet<number>,
): Equations => {
	const standing = new Map<string, string[]>();
	names.forEach((row, index) => {
		row.forEach((name, at) => {
			const known = standing.get(name);
			const sign = `${at === 0 ? '+' : '-'}${index}`;
			if (known) known.push(sign);
			else standing.set(name, [sign]);
		});
	});
	const valuesOf = new Map(group.map(({ release, shown }) => [release, shown.signed]));
	const columns: Column[] = [];
	const columnOf = new Map<string, number>();
	const byStanding = new Map<string, number>();
	for (const [name, signs] of standing) {
		const [release = '', text] = name.split(' ');
		const cell = Number(text);
		const y = valuesOf.get(release)?.get(cell);
		const key = signs.join();
		const same = y === undefined ? byStanding.get(key) : undefined;
		if (same !== undefined) {
			columns[same]?.cells.push(cell);
			columnOf.set(name, same);
			continue;
		}
		columnOf.set(name, columns.length);
		if (y === undefined) byStanding.set(key, columns.length);
		columns.push({
			release,
			cells: [cell],
			low: y === undefined ? 0 : Math.max(0, y - D),
			high: y === undefined ? MOST : y + D,
			isHidden: y === undefined && !(release === group[0]?.release && latent.has(cell)),
		});
	}
	const rows = names.map((row) => [...new Set(row.map((name) => columnOf.get(name) ?? 0))]);
	return { columns, rows };
};
