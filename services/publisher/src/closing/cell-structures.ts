import type { ClickHouseClient } from '@clickhouse/client';
import { quarterOfWeek, weekNumber } from '@vigie/schemas/calendar';
import { hashBindingsOf, nodesOfLevels } from '../vocabulary/cube.js';

/** Events of the staged week by coarse cell and structure, under the quarter's tokens. */
const STRUCTURES = `
INSERT INTO private.cell_structures
SELECT
	{quarter: String} AS quarter,
	{week: UInt32} AS week,
	cell,
	structureToken,
	sum(events) AS n
FROM
(
	SELECT
		cell,
		if(quarterToken = 0, {unknown: UInt64}, quarterToken) AS structureToken,
		events
	FROM
	(
		SELECT
			base + arrayDotProduct(multipliers, hashes) AS cell,
			structureToken AS weekToken,
			count() AS events
		FROM private.closing_events
		INNER JOIN
		(
			SELECT family, base, multipliers
			FROM (SELECT 1)
			ARRAY JOIN
				{families: Array(String)} AS family,
				{bases: Array(UInt64)} AS base,
				{multipliers: Array(Array(UInt64))} AS multipliers
		) AS nodes USING (family)
		GROUP BY cell, weekToken
	) AS counted
	LEFT ANY JOIN private.closing_tokens AS tokens USING (weekToken)
)
GROUP BY cell, structureToken`;

/**
 * saveCellStructures writes how many events each structure has in each cell of the month and quarter nodes; the scratch holds the
 * events and the tokens. `unknown` stands for the structures that are not in the scratch.
 */
export const saveCellStructures = async (
	client: ClickHouseClient,
	week: string,
	unknown: string,
): Promise<void> => {
	const { families, bases, multipliers } = hashBindingsOf(nodesOfLevels('month', 'quarter'));
	await client.command({
		query: STRUCTURES,
		query_params: {
			families,
			bases,
			multipliers,
			quarter: quarterOfWeek(week),
			week: weekNumber(week),
			unknown,
		},
	});
};
