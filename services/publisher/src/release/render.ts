import { createHash } from 'node:crypto';
import { IMPOSSIBLE, publishedCells, textOfCell } from '../vocabulary/cells.js';
import type { CubeNode } from '../vocabulary/cube.js';
import type { Disclosure } from './disclose.js';
import { disclosed, type FrozenFacts } from './withheld.js';

/** Rendered is a release as it will be stored, and the hash of its content. */
export interface Rendered {
	/** One text a node. */
	readonly chunks: readonly string[];
	/** SHA-256 of the texts one after the other, in hexadecimal. */
	readonly hash: string;
}

/**
 * renderRelease writes a release in its canonical form, which is also what is inserted: one line a cell, LF-ended, of the columns
 * release, node, coordinates (`['A','B']`), y (`\N` when no tier shows it), openFlag, signedFlag, separated by tabs; nodes in
 * ascending order of their identifiers, cells of their codes, every coordinate of every node present. True zeros and
 * small counts make the same line.
 */
export const renderRelease = (
	release: string,
	nodes: readonly CubeNode[],
	facts: ReadonlyMap<number, FrozenFacts>,
	disclosure: Disclosure,
): Rendered => {
	const hash = createHash('sha256');
	const chunks = nodes.map((node) => {
		const lines = publishedCells(node).map(({ cell, hidden }) => {
			const known = hidden.endsWith(IMPOSSIBLE) ? undefined : facts.get(cell);
			const read = known ? disclosed(disclosure, known) : null;
			if (read === null) return hidden;
			return `\t${textOfCell(cell)}\t${read.y}\t${read.readers === 'all' ? 'shown' : 'protected'}\tshown\n`;
		});
		// Each line lacks its first column, the release: joined with it, a quarter million short texts are copied once.
		const chunk = release + lines.join(release);
		hash.update(chunk);
		return chunk;
	});
	return { chunks, hash: hash.digest('hex') };
};
