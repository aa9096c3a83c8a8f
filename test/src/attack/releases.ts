import { tokenOf } from '@vigie/kit/tokens';
import type { Disclosure } from '@vigie/publisher/release/disclose';
import { renderRelease } from '@vigie/publisher/release/render';
import {
	type Earlier,
	type FrozenFacts,
	freezeWithheld,
	type TellingFacts,
} from '@vigie/publisher/release/withheld';
import { cellOfText } from '@vigie/publisher/vocabulary/cells';
import { type CubeNode, nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import type { Level } from '@vigie/schemas/lattice';
import type { Counted } from './count-week.js';

/** Tier is who reads: those who signed, or all. */
export type Tier = 'signed' | 'all';

/** Release is what anyone may read: by tier, the shown cells with their values. All else is hidden, or impossible. */
export interface Release {
	readonly release: string;
	readonly level: Level;
	readonly nodes: readonly CubeNode[];
	readonly shown: Readonly<Record<Tier, ReadonlyMap<number, number>>>;
	/** The canonical text, one a node. */
	readonly chunks: readonly string[];
	readonly hash: string;
}

/** Scored is a release with the truth, for scoring only. */
export interface Scored extends Release {
	readonly facts: ReadonlyMap<number, FrozenFacts>;
}

/** Protections are what a test may switch off. */
export interface Protections {
	readonly disclosure: Disclosure;
	/** Whether what the residual rule withholds is withheld. */
	readonly residual: boolean;
}

const LOW = 0xffff_ffffn;
const lowTokens = new Map<string, number>();

const lowToken = (key: Buffer, structure: string): number => {
	const name = `${key.toString('hex')}/${structure}`;
	const known = lowTokens.get(name) ?? Number(BigInt(tokenOf(key, structure)) & LOW);
	lowTokens.set(name, known);
	return known;
};

/** factsOf gives of a counted cell what a closing reads from the store. */
const factsOf = ({ n, kappa, structures }: Counted, key: Buffer): TellingFacts => {
	const tokens = [...structures.keys()].map((structure) => lowToken(key, structure));
	return {
		n,
		kappa,
		structures: structures.size,
		top: Math.max(...structures.values()),
		sample: [Math.min(...tokens), Math.max(...tokens)],
	};
};

const valuesOf = (chunks: readonly string[]): Record<Tier, Map<number, number>> => {
	const shown = { signed: new Map<number, number>(), all: new Map<number, number>() };
	for (const line of chunks.join('').split('\n')) {
		const [, node, coordinates, y, open, signed] = line.split('\t');
		if (signed !== 'shown' && open !== 'shown') continue;
		const cell = cellOfText(`${node}\t${coordinates}`);
		if (signed === 'shown') shown.signed.set(cell, Number(y));
		if (open === 'shown') shown.all.set(cell, Number(y));
	}
	return shown;
};

/** scoredOf renders frozen facts as the publisher does, beside their truth. */
export const scoredOf = (
	release: string,
	level: Level,
	nodes: readonly CubeNode[],
	facts: ReadonlyMap<number, FrozenFacts>,
	disclosure: Disclosure,
): Scored => {
	const { chunks, hash } = renderRelease(release, nodes, facts, disclosure);
	return { release, level, nodes, shown: valuesOf(chunks), chunks, hash, facts };
};

/** makeRelease discloses counted cells by the publisher's own functions: what it withholds, the perturbed values, the canonical text. */
export const makeRelease = (
	{ disclosure, residual }: Protections,
	release: string,
	level: Level,
	counted: ReadonlyMap<number, Counted>,
	key: Buffer,
	earlier: readonly Earlier[] = [],
	within: readonly (readonly Earlier[])[] = [],
): Scored => {
	const nodes = nodesOfLevels(level);
	const isOf = (cell: number): boolean => nodes.some(({ base, size }) => cell >= base && cell < base + size);
	const telling = new Map(
		[...counted].flatMap(([cell, one]) => (isOf(cell) ? [[cell, factsOf(one, key)] as const] : [])),
	);
	const frozen = freezeWithheld(nodes, telling, disclosure, earlier, within);
	const facts = residual
		? frozen
		: new Map([...frozen].map(([cell, one]) => [cell, { ...one, withheld: 'none' as const }]));
	return scoredOf(release, level, nodes, facts, disclosure);
};
