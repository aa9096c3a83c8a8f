import type { ClickHouseClient } from '@clickhouse/client';
import type { GateResult } from '@vigie/schemas/http';
import type { Level, Profile } from '@vigie/schemas/lattice';
import type { Candidate } from './candidate.js';
import { readParts } from './read-parts.js';
import { ReleaseBlocked, runGate } from './run-gate.js';

/** GatePassage is a candidate on its way out. */
export interface GatePassage extends Pick<Candidate, 'nodes' | 'facts' | 'disclosure'> {
	readonly client: ClickHouseClient;
	readonly profile: Profile;
	readonly release: string;
	readonly level: Level;
	readonly chunks: readonly string[];
	readonly now: Date;
}

const saveBlocked = async (
	client: ClickHouseClient,
	release: string,
	{ cells }: ReleaseBlocked,
	now: Date,
): Promise<void> => {
	const blockedAt = Math.floor(now.getTime() / 1000);
	await client.insert({
		table: 'private.blocked_cells',
		values: cells.map(({ property, node, codes }) => ({
			release,
			property,
			node,
			coordinates: codes,
			blockedAt,
		})),
		format: 'JSONEachRow',
	});
};

/**
 * passGate runs the release gate on a candidate before any of it is written, with the earlier releases of its time, and gives what is
 * published of it. Errors: ReleaseBlocked, once the cells that fail are written down by their codes.
 */
export const passGate = async (passage: GatePassage): Promise<GateResult> => {
	const { client, profile, release, level, chunks, now } = passage;
	const parts = await readParts(client, profile, release, level);
	try {
		return runGate(release, chunks, { ...passage, parts });
	} catch (err) {
		if (err instanceof ReleaseBlocked) await saveBlocked(client, release, err, now);
		throw err;
	}
};
