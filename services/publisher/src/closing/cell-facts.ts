import type { ClickHouseClient } from '@clickhouse/client';
import { textOfCell } from '../vocabulary/cells.js';
import { bindingsOf, cube } from '../vocabulary/cube.js';
import { insertLines, readColumns } from './bulk.js';

/** Facts of every cell of every node of the staged week, in two steps: by cell and structure, then by cell. */
const FACTS = `
SELECT
	cell,
	sum(events) AS n,
	sumWithOverflow(keys) AS kappa,
	count() AS structures,
	max(events) AS top
FROM
(
	SELECT
		base + arrayDotProduct(factors, positions) AS cell,
		structureToken,
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

/** saveCellFacts freezes the facts of the staged week for every node of every level: months and quarters sum them. */
export const saveCellFacts = async (client: ClickHouseClient, week: string, world: string): Promise<void> => {
	const rows = await readColumns(client, 5, FACTS, bindingsOf(cube));
	const lines = rows.map(
		([cell, n, kappa, structures, top]) =>
			`${week}\t${textOfCell(Number(cell))}\t${n}\t${kappa}\t${structures}\t${top}\t${world}\n`,
	);
	await insertLines(client, 'private.cell_facts', [lines.join('')]);
};
