import { possibleCells } from '@vigie/publisher/vocabulary/cells';
import type { CubeNode } from '@vigie/publisher/vocabulary/cube';
import { kinshipsOf } from '@vigie/publisher/vocabulary/kinship';
import type { Release, Scored, Tier } from './releases.js';

/** Family is a shown cell and the cells of a finer table that add up to it, as a reader knows them. */
export interface Family {
	readonly release: Scored;
	/** `total>role`: the pair of tables. */
	readonly pair: string;
	readonly parent: number;
	readonly y: number;
	readonly shown: readonly number[];
	readonly hidden: readonly number[];
	/** What the parent shows less what its children show. */
	readonly rest: number;
}

interface Shape {
	readonly pair: string;
	readonly children: ReadonlyMap<number, readonly number[]>;
}

const shapes = new Map<string, readonly Shape[]>();

/** shapesOf lists the pairs of tables of which one adds up the other, with the children of each parent. */
export const shapesOf = (nodes: readonly CubeNode[]): readonly Shape[] => {
	const name = nodes.map(({ id }) => id).join();
	const known =
		shapes.get(name) ??
		kinshipsOf(nodes).map(({ parent, child, parentOf }) => {
			const children = new Map<number, number[]>();
			for (const cell of possibleCells(child)) {
				const of = parentOf(cell);
				const siblings = children.get(of);
				if (siblings) siblings.push(cell);
				else children.set(of, [cell]);
			}
			return { pair: `${parent.id}>${child.id}`, children };
		});
	shapes.set(name, known);
	return known;
};

const restOf = (y: number, shown: readonly number[], values: ReadonlyMap<number, number>): number =>
	shown.reduce((left, cell) => left - (values.get(cell) ?? 0), y);

/** familiesOf lists the families of a release that a tier reads: those whose parent is shown. */
export const familiesOf = (release: Scored, tier: Tier): readonly Family[] =>
	shapesOf(release.nodes).flatMap(({ pair, children }) =>
		[...children].flatMap(([parent, cells]) => {
			const values = release.shown[tier];
			const y = values.get(parent);
			if (y === undefined) return [];
			const shown = cells.filter((cell) => values.has(cell));
			const hidden = cells.filter((cell) => !values.has(cell));
			return [{ release, pair, parent, y, shown, hidden, rest: restOf(y, shown, values) }];
		}),
	);

/** truthOf gives the true count of a cell. */
export const truthOf = ({ facts }: Scored, cell: number): number => facts.get(cell)?.n ?? 0;

/** isShown tells whether a tier reads a cell. */
export const isShown = ({ shown }: Release, tier: Tier, cell: number): boolean => shown[tier].has(cell);
