import { createHash } from 'node:crypto';
import type { Disclosure } from '@vigie/publisher/release/disclose';
import { renderRelease } from '@vigie/publisher/release/render';
import { type FilesOf, tablesOf } from '@vigie/publisher/release/save-files';
import { releaseFile } from '@vigie/schemas/release-files';
import type { Scored } from './releases.js';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

type Facts = Scored['facts'];

/** Surface is all that leaves of a release besides its values: whatever an attacker can measure, as texts. */
export type Surface = (release: Scored, facts: Facts) => readonly string[];

/** surfaceOf is what the publisher makes: the canonical text and its hash (the ETag), and of each file its length, its bytes and its order. */
export const surfaceOf =
	(disclosure: Disclosure): Surface =>
	({ release, nodes }, facts) => {
		const { chunks, hash } = renderRelease(release, nodes, facts, disclosure);
		const files: FilesOf = { release, hash, world: 'demo', nodes, chunks };
		return [
			hash,
			...tablesOf(files).flatMap((table) =>
				(['json', 'csv'] as const).map((format) => {
					const body = releaseFile(format, table);
					return `${body.length} ${createHash('sha256').update(body).digest('hex')}`;
				}),
			),
		];
	};

const HELD = [0, 1, 2, 4] as const;

/** withHeld puts so many events, of one structure, into a hidden cell. */
const withHeld = (facts: Facts, cell: number, n: number): Facts => {
	const changed = new Map(facts);
	changed.delete(cell);
	if (n > 0) changed.set(cell, { n, kappa: BigInt(n) * 977n, structures: 1, top: n, withheld: 'none' });
	return changed;
};

/** entropyOf is the entropy, in bits, of how often each text appears. */
const entropyOf = (texts: readonly string[]): number => {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts.values()].reduce((sum, count) => {
		const share = count / texts.length;
		return sum - share * Math.log2(share);
	}, 0);
};

/**
 * sideChannels puts 0, 1, 2 and 4 events into hidden cells and looks whether anything that can be read, weighed or compared changes: the
 * information that the surface gives about what a cell hides, as a share of all there is to learn.
 */
export const sideChannels = (release: Scored, cells: readonly number[], surface: Surface): AttackResult => {
	const bits = cells.map((cell) =>
		entropyOf(HELD.map((n) => surface(release, withHeld(release.facts, cell, n)).join(' '))),
	);
	const telling = bits.filter((one) => one > 0).length;
	const all = bits.length * Math.log2(HELD.length);
	const score = all === 0 ? 0 : bits.reduce((sum, one) => sum + one, 0) / all;
	return resultOf(
		{
			score,
			baseline: 0,
			interval: exactInterval(telling, bits.length),
			trials: bits.length,
		},
		0,
		{ telling },
	);
};
