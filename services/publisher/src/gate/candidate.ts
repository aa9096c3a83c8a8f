import type { Disclosure } from '../release/disclose.js';
import type { FrozenFacts } from '../release/withheld.js';
import { cellOfText } from '../vocabulary/cells.js';
import type { CubeNode } from '../vocabulary/cube.js';

/** Tier is who reads: those who signed the terms of use, or all. */
export type Tier = 'signed' | 'all';
export const tiers = ['signed', 'all'] as const satisfies readonly Tier[];

/** ShownCell is a shown cell as its line says it. */
export interface ShownCell {
	readonly y: number | null;
	readonly open: boolean;
	readonly signed: boolean;
}

/** Part is an earlier release whose time is part of the candidate's; `parts` are those that it is made of itself. */
export interface Part {
	readonly facts: ReadonlyMap<number, FrozenFacts>;
	readonly parts: readonly Part[];
}

/** Candidate is a release about to be published, as its lines say it, with the facts that it was made from. */
export interface Candidate {
	readonly nodes: readonly CubeNode[];
	readonly facts: ReadonlyMap<number, FrozenFacts>;
	readonly shown: ReadonlyMap<number, ShownCell>;
	readonly disclosure: Disclosure;
	readonly parts: readonly Part[];
}

/** Property is what the gate looks at: the floors, the tiers, differences between releases, padding. */
export type Property = 'P8' | 'P9' | 'A5' | 'A7';

/** Finding is a cell of a candidate that must not leave, and why. */
export interface Finding {
	readonly property: Property;
	readonly cell: number;
}

/** shownIn reads the lines that show anything, the canonical text being what will be published. */
export const shownIn = (chunks: readonly string[]): ReadonlyMap<number, ShownCell> => {
	const shown = new Map<number, ShownCell>();
	for (const chunk of chunks)
		for (const line of chunk.split('\n')) {
			if (!line.includes('\tshown')) continue;
			const [, node, coordinates, y, open, signed] = line.split('\t');
			shown.set(cellOfText(`${node}\t${coordinates}`), {
				y: y === '\\N' ? null : Number(y),
				open: open === 'shown',
				signed: signed === 'shown',
			});
		}
	return shown;
};

/** isShownTo tells whether a tier reads a cell. */
export const isShownTo = ({ shown }: Pick<Candidate, 'shown'>, tier: Tier, cell: number): boolean => {
	const line = shown.get(cell);
	return line !== undefined && (tier === 'all' ? line.open : line.signed);
};
