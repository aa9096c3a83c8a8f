import { possibleCells } from './cells.js';
import type { Kinship } from './kinship.js';

const counts = new Map<string, ReadonlyMap<number, number>>();

/** possibleChildren counts, for each cell of a coarser node, the cells of the finer one that can add up to it, with events or without. */
export const possibleChildren = ({ parent, child, parentOf }: Kinship): ReadonlyMap<number, number> => {
	const pair = `${parent.id}>${child.id}`;
	const known = counts.get(pair);
	if (known) return known;
	const counted = new Map<number, number>();
	for (const cell of possibleCells(child)) {
		const of = parentOf(cell);
		counted.set(of, (counted.get(of) ?? 0) + 1);
	}
	counts.set(pair, counted);
	return counted;
};
