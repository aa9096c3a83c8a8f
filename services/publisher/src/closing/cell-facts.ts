import type { ClickHouseClient } from '@clickhouse/client';
import type { Disclosure } from '../release/disclose.js';
import { type FrozenFacts, freezeWithheld, type TellingFacts } from '../release/withheld.js';
import { textOfCell } from '../vocabulary/cells.js';
import { bindingsOf, type CubeNode, cube } from '../vocabulary/cube.js';
import { insertLines, readColumns } from './bulk.js';

/**
 * Facts of every cell of every node of the staged week, in two steps: by cell and structure, then by cell. Of the structures, the first
 * and the last tell the residual rule who they are when they are one or two.
 */
const FACTS = `
SELECT
	cell,
	sum(events) AS n,
	sumWithOverflow(keys) AS kappa,
	count() AS structures,
	max(events) AS top,
	min(structure) AS first,
	max(structure) AS last
FROM
(
	SELECT
		base + arrayDotProduct(factors, positions) AS cell,
		toUInt32(structureToken) AS structure,
		count() AS events,
		sumWithOverflow(recordKey) AS keys
	FROM private.closing_events
	INNER JOIN
	(
		SELECT family, base, factors
		FROM (SELECT 1)
		ARRAY JOIN {families: Array(String)} AS family, {bases: Array(UInt32)} AS base, {factors: Array(Array(UInt32))} AS factors
	) AS nodes USING (family)
	GROUP BY cell, structureToken
)
GROUP BY cell
ORDER BY cell`;

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
 * saveCellFacts freezes the facts of the staged week for every node of every level (months and quarters sum them), with what the
 * residual rule withholds of the nodes that are published weekly, and gives the facts of these.
 */
export const saveCellFacts = async (
	client: ClickHouseClient,
	week: string,
	world: string,
	weekly: readonly CubeNode[],
	disclosure: Disclosure,
): Promise<ReadonlyMap<number, FrozenFacts>> => {
	const rows = await readColumns(client, 7, FACTS, bindingsOf(cube));
	const isWeekly = (cell: number): boolean =>
		weekly.some(({ base, size }) => cell >= base && cell < base + size);
	const [own, others] = [new Map<number, TellingFacts>(), new Map<number, FrozenFacts>()];
	for (const [text, n, kappa, structures, top, first, last] of rows) {
		const cell = Number(text);
		const facts = {
			n: Number(n),
			kappa: BigInt(kappa ?? 0),
			structures: Number(structures),
			top: Number(top),
		};
		if (isWeekly(cell)) own.set(cell, { ...facts, sample: [Number(first), Number(last)] });
		else others.set(cell, { ...facts, withheld: 'none' });
	}
	const frozen = freezeWithheld(weekly, own, disclosure);
	await saveFacts(client, week, world, new Map([...others, ...frozen]));
	return frozen;
};
