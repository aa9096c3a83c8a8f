import { createHash } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import { type Level, latticeVersionOf, type Profile } from '@vigie/schemas/lattice';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { insertLines } from '../closing/bulk.js';
import { closedAmong } from '../closing/closed-weeks.js';
import { mechanism } from '../disclosure/mechanism.js';
import { passGate } from '../gate/pass-gate.js';
import { publishedNodes } from '../vocabulary/cube.js';
import { createDisclosure } from './disclose.js';
import { type FoundManifest, findManifest, saveManifest } from './manifest.js';
import { readFacts } from './read-facts.js';
import { renderRelease } from './render.js';
import { saveFiles } from './save-files.js';

export interface Rebuilder {
	readonly client: ClickHouseClient;
	readonly world: 'demo' | 'real';
	/** The lattice that is published now: a release made with another one is left. */
	readonly profile: Profile;
	/** Name of the base whose key this is. */
	readonly base: string;
	readonly cellKey: Buffer;
	readonly clock: Clock;
}

/** Rebuilt says what computing a release again from its frozen facts gave. */
export type Rebuilt =
	/** As published, and the store holds it; `restored` when cells or manifest were missing and are back. */
	| { readonly outcome: 'same' | 'restored'; readonly release: string; readonly hash: string }
	/** Other than published: nothing was written. */
	| {
			readonly outcome: 'differs';
			readonly release: string;
			readonly hash: string;
			readonly published: string;
	  }
	| { readonly outcome: 'not-closed'; readonly release: string }
	/** It was made with other lists, another lattice or other keys than this publisher has. */
	| { readonly outcome: 'other-edition' | 'other-base'; readonly release: string };

/** The stored cells in the canonical form of renderRelease. */
const STORED = `
SELECT release, node, coordinates, y, openFlag, signedFlag
FROM published.cells FINAL
WHERE release = {release: String}
ORDER BY node, coordinates`;

const storedHash = async (client: ClickHouseClient, release: string): Promise<string> => {
	const result = await client.query({
		query: STORED,
		query_params: { release },
		format: 'TabSeparated',
	});
	return createHash('sha256')
		.update(await result.text())
		.digest('hex');
};

const misfit = (
	manifest: FoundManifest | null,
	profile: Profile,
	base: string,
): 'other-edition' | 'other-base' | null => {
	if (manifest === null) return null;
	if (manifest.taxonomy !== TAXONOMY_VERSION || manifest.lattice !== latticeVersionOf(profile))
		return 'other-edition';
	return manifest.mechanism.base === base ? null : 'other-base';
};

const isClosed = async (client: ClickHouseClient, release: string): Promise<boolean> => {
	const weeks = weeksOfPeriod(release);
	return weeks.length > 0 && (await closedAmong(client, weeks)).size === weeks.length;
};

/**
 * rebuildRelease computes a release again from its frozen facts, when events and keys of the week are long gone, and compares it with what
 * was published. What the store has lost is written again; what differs is told and left.
 */
export const rebuildRelease = async (
	{ client, world, profile, base, cellKey, clock }: Rebuilder,
	release: string,
	level: Level,
): Promise<Rebuilt> => {
	if (!(await isClosed(client, release))) return { outcome: 'not-closed', release };
	const manifest = await findManifest(client, release);
	const wrong = misfit(manifest, profile, base);
	if (wrong !== null) return { outcome: wrong, release };
	const disclosure = createDisclosure(manifest?.mechanism ?? { ...mechanism, base }, cellKey);
	const nodes = publishedNodes(profile, level);
	const facts = await readFacts(client, release, nodes);
	const { chunks, hash } = renderRelease(release, nodes, facts, disclosure);
	if (manifest !== null && manifest.hash !== hash)
		return { outcome: 'differs', release, hash, published: manifest.hash };
	const present = (await storedHash(client, release)) === hash;
	if (present && manifest !== null) return { outcome: 'same', release, hash };
	const now = clock.now();
	// What was published is put back as it was, whatever rule came since: everyone has read it.
	const gate =
		manifest === null
			? await passGate({ client, profile, release, level, nodes, facts, disclosure, chunks, now })
			: null;
	// A token of its own: the engine would take the same cells for a retry of those that were lost.
	const token = `rebuild:${release}:${now.getTime()}`;
	if (!present) await insertLines(client, 'published.cells', chunks, token);
	await saveFiles(client, { release, hash, world, nodes, chunks }, token);
	if (gate !== null)
		await saveManifest(client, {
			release,
			level,
			world,
			hash,
			mechanism: disclosure.mechanism,
			lattice: latticeVersionOf(profile),
			tables: nodes.map(({ id }) => id),
			gate,
			publishedAt: now,
		});
	return { outcome: 'restored', release, hash };
};
