import type { ClickHouseClient } from '@clickhouse/client';
import { weekBounds, weeksOfPeriod } from '@vigie/schemas/calendar';
import { type GateResult, Manifest } from '@vigie/schemas/http';
import type { Level } from '@vigie/schemas/lattice';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { z } from 'zod';
import type { Mechanism } from '../disclosure/mechanism.js';

const Found = z.array(
	z.object({ hash: z.string(), taxonomy: z.string(), lattice: z.string(), mechanism: z.string() }),
);

/** FoundManifest is what a release was made with, and the hash of its content. */
export interface FoundManifest {
	readonly hash: string;
	readonly taxonomy: string;
	readonly lattice: string;
	readonly mechanism: Mechanism;
}

/** findManifest gives the manifest of a published release; null when there is none. */
export const findManifest = async (
	client: ClickHouseClient,
	release: string,
): Promise<FoundManifest | null> => {
	const result = await client.query({
		query:
			'SELECT hash, taxonomy, lattice, mechanism FROM published.manifest FINAL WHERE release = {release: String}',
		query_params: { release },
		format: 'JSONEachRow',
	});
	const [row] = Found.parse(await result.json());
	return row ? { ...row, mechanism: Manifest.shape.mechanism.parse(JSON.parse(row.mechanism)) } : null;
};

/** ManifestFacts is what differs from one manifest to another. */
export interface ManifestFacts {
	readonly release: string;
	readonly level: Level;
	readonly world: 'demo' | 'real';
	readonly hash: string;
	readonly mechanism: Mechanism;
	readonly lattice: string;
	readonly tables: readonly string[];
	readonly gate: GateResult;
	readonly publishedAt: Date;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** saveManifest writes the row whose presence is the release. */
export const saveManifest = async (client: ClickHouseClient, facts: ManifestFacts): Promise<void> => {
	const weeks = weeksOfPeriod(facts.release);
	const [first, last] = [weeks[0], weeks.at(-1)];
	if (first === undefined || last === undefined) throw new RangeError('a release has weeks');
	await client.insert({
		table: 'published.manifest',
		values: [
			{
				...facts,
				start: seconds(weekBounds(first).start),
				end: seconds(weekBounds(last).end),
				taxonomy: TAXONOMY_VERSION,
				mechanism: JSON.stringify(facts.mechanism),
				gate: JSON.stringify(facts.gate),
				publishedAt: seconds(facts.publishedAt),
			},
		],
		format: 'JSONEachRow',
	});
};
