import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { readColumns } from '../closing/bulk.js';
import { cellOfText } from '../vocabulary/cells.js';
import type { CubeNode } from '../vocabulary/cube.js';
import type { FrozenFacts, Withheld } from './withheld.js';

/** Frozen facts of the cells of some releases that have any event. */
const FACTS = `
SELECT release, node, coordinates, n, kappa, structures, top, withheld
FROM private.cell_facts FINAL
WHERE release IN {releases: Array(String)} AND node IN {nodes: Array(String)}`;

const Decision = z.enum(['none', 'open', 'both']) satisfies z.ZodType<Withheld>;

/** readFactsOf gives the frozen facts of some releases, of each by cell number; cells without events are absent. */
export const readFactsOf = async (
	client: ClickHouseClient,
	releases: readonly string[],
	nodes: readonly CubeNode[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, FrozenFacts>>> => {
	const facts = new Map(releases.map((release) => [release, new Map<number, FrozenFacts>()]));
	const rows = await readColumns(client, 8, FACTS, {
		releases: [...releases],
		nodes: nodes.map(({ id }) => id),
	});
	for (const [release = '', node, coordinates, n, kappa, structures, top, withheld] of rows)
		facts.get(release)?.set(cellOfText(`${node}\t${coordinates}`), {
			n: Number(n),
			kappa: BigInt(kappa ?? 0),
			structures: Number(structures),
			top: Number(top),
			withheld: Decision.parse(withheld),
		});
	return facts;
};

/** readFacts gives those of one release. */
export const readFacts = async (
	client: ClickHouseClient,
	release: string,
	nodes: readonly CubeNode[],
): Promise<ReadonlyMap<number, FrozenFacts>> =>
	(await readFactsOf(client, [release], nodes)).get(release) ?? new Map();
