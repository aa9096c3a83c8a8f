import type { ClickHouseClient } from '@clickhouse/client';
import { type Level, latticeVersionOf, type Profile } from '@vigie/schemas/lattice';
import { insertLines } from '../closing/bulk.js';
import { passGate } from '../gate/pass-gate.js';
import { publishedNodes } from '../vocabulary/cube.js';
import type { Disclosure } from './disclose.js';
import { type FoundManifest, saveManifest } from './manifest.js';
import { readFacts } from './read-facts.js';
import { renderRelease } from './render.js';
import { saveFiles } from './save-files.js';
import type { FrozenFacts } from './withheld.js';

export interface Publishing {
	readonly client: ClickHouseClient;
	readonly disclosure: Disclosure;
	readonly world: 'demo' | 'real';
	readonly profile: Profile;
	readonly now: Date;
}

/** Published names a release and the hash of its content; `again` when it existed and nothing was done. */
export interface Published {
	readonly release: string;
	readonly hash: string;
	readonly again: boolean;
}

/**
 * publishRelease makes a release from frozen facts: passes the gate, writes cells and files, then the manifest, whose presence is the release. A release that exists is
 * never computed again; one that a crash left without manifest is written again, the same rows. `known` spares reading facts just
 * frozen, `existing` is the release's manifest, if any. Errors: ReleaseBlocked, before anything is written.
 */
export const publishRelease = async (
	{ client, disclosure, world, profile, now }: Publishing,
	release: string,
	level: Level,
	known: ReadonlyMap<number, FrozenFacts> | null,
	existing: FoundManifest | null,
): Promise<Published> => {
	if (existing !== null) return { release, hash: existing.hash, again: true };
	const nodes = publishedNodes(profile, level);
	const facts = known ?? (await readFacts(client, release, nodes));
	const { chunks, hash } = renderRelease(release, nodes, facts, disclosure);
	const gate = await passGate({ client, profile, release, level, nodes, facts, disclosure, chunks, now });
	await Promise.all([
		insertLines(client, 'published.cells', chunks),
		saveFiles(client, { release, hash, world, nodes, chunks }),
	]);
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
	return { release, hash, again: false };
};
