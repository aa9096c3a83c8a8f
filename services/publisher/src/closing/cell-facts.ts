import type { ClickHouseClient } from '@clickhouse/client';
import type { Disclosure } from '../release/disclose.js';
import { type FrozenFacts, freezeWithheld, type TellingFacts } from '../release/withheld.js';
import { textOfCell } from '../vocabulary/cells.js';
import { type CubeNode, isIn, regionalKinds } from '../vocabulary/cube.js';
import { insertLines } from './bulk.js';
import type { CountedCell } from './count-cells.js';

/** saveFacts writes frozen facts, and says the cells in the text that the store and the rebuilding know. */
export const saveFacts = async (
	client: ClickHouseClient,
	release: string,
	world: string,
	facts: ReadonlyMap<number, FrozenFacts>,
): Promise<void> => {
	const lines = [...facts].map(
		([cell, { n, kappa, structures, top, withheld }]) =>
			`${release}\t${textOfCell(cell)}\t${n}\t${kappa}\t${structures}\t${top}\t${withheld}\t${world}\n`,
	);
	await insertLines(client, 'private.cell_facts', [lines.join('')]);
};

/**
 * saveCellFacts freezes the facts of the week's cells for every node of every level (months and quarters sum them), with what the
 * residual rule withholds of the nodes that are published weekly, and gives the facts of these.
 */
export const saveCellFacts = async (
	client: ClickHouseClient,
	week: string,
	world: string,
	weekly: readonly CubeNode[],
	disclosure: Disclosure,
	cells: readonly CountedCell[],
): Promise<ReadonlyMap<number, FrozenFacts>> => {
	const [own, others] = [new Map<number, TellingFacts>(), new Map<number, FrozenFacts>()];
	for (const { cell, n, kappa, structures, top, sample } of cells) {
		if (isIn(regionalKinds, cell)) continue;
		if (weekly.some((node) => isIn(node, cell))) own.set(cell, { n, kappa, structures, top, sample });
		else others.set(cell, { n, kappa, structures, top, withheld: 'none' });
	}
	const frozen = freezeWithheld(weekly, own, disclosure);
	await saveFacts(client, week, world, new Map([...others, ...frozen]));
	return frozen;
};
