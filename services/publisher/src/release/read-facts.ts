import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { readColumns } from '../closing/bulk.js';
import { cellOfText } from '../vocabulary/cells.js';
import type { CubeNode } from '../vocabulary/cube.js';
import type { FrozenFacts, Withheld } from './withheld.js';

/** Frozen facts of the cells of a release that have any event. */
const FACTS = `
SELECT node, coordinates, n, kappa, structures, top, withheld
FROM private.cell_facts FINAL
WHERE release = {release: String} AND node IN {nodes: Array(String)}`;

const Decision = z.enum(['none', 'open', 'both']) satisfies z.ZodType<Withheld>;

/** readFacts gives the frozen facts of a release by cell number; cells without events are absent. */
export const readFacts = async (
	client: ClickHouseClient,
	release: string,
	nodes: readonly CubeNode[],
): Promise<ReadonlyMap<number, FrozenFacts>> => {
	const rows = await readColumns(client, 7, FACTS, { release, nodes: nodes.map(({ id }) => id) });
	return new Map(
		rows.map(([node, coordinates, n, kappa, structures, top, withheld]) => [
			cellOfText(`${node}\t${coordinates}`),
			{
				n: Number(n),
				kappa: BigInt(kappa ?? 0),
				structures: Number(structures),
				top: Number(top),
				withheld: Decision.parse(withheld),
			},
		]),
	);
};
