import type { ClickHouseClient } from '@clickhouse/client';
import { quarterOfWeek, weekNumber } from '@vigie/schemas/calendar';
import { decodingBindingsOf, hashBindingsOf, nodesOfLevels } from '../vocabulary/cube.js';

/** Events of the week by coarse cell and structure, under the quarter's tokens. A cell's number is read back into codes once, then hashed. */
const STRUCTURES = `
INSERT INTO private.cell_structures
WITH {codes: Array(Array(String))} AS codes
SELECT
	{quarter: String} AS quarter,
	{week: UInt32} AS week,
	hashed.hash AS cell,
	if(tokens.quarterToken = 0, {unknown: UInt64}, tokens.quarterToken) AS structureToken,
	sum(counted.events) AS n
FROM
(
	SELECT cell AS number, structureToken AS weekToken, sum(n) AS events
	FROM private.closing_counts
	GROUP BY number, weekToken
) AS counted
INNER JOIN
(
	SELECT
		number,
		base + arraySum(
			arrayMap(
				(dimension, factor, multiplier) ->
					sipHash64(codes[dimension][intDiv(number - start, factor) % length(codes[dimension]) + 1]) * multiplier,
				ownDimensions,
				ownFactors,
				ownMultipliers
			)
		) AS hash
	FROM (SELECT DISTINCT cell AS number FROM private.closing_counts) AS cells
	CROSS JOIN
	(
		SELECT start, size, base, ownDimensions, ownFactors, ownMultipliers
		FROM (SELECT 1)
		ARRAY JOIN
			{starts: Array(UInt32)} AS start,
			{sizes: Array(UInt32)} AS size,
			{bases: Array(UInt64)} AS base,
			{ownDimensions: Array(Array(UInt8))} AS ownDimensions,
			{ownFactors: Array(Array(UInt32))} AS ownFactors,
			{ownMultipliers: Array(Array(UInt64))} AS ownMultipliers
	) AS nodes
	WHERE number >= start AND number < start + size
) AS hashed USING (number)
LEFT ANY JOIN private.closing_tokens AS tokens USING (weekToken)
GROUP BY cell, structureToken`;

/**
 * saveCellStructures writes how many events each structure has in each cell of the month and quarter nodes; the scratch holds the
 * counts and the tokens. `unknown` stands for the structures that are not in the scratch.
 */
export const saveCellStructures = async (
	client: ClickHouseClient,
	week: string,
	unknown: string,
): Promise<void> => {
	const nodes = nodesOfLevels('month', 'quarter');
	const { bases, ownMultipliers } = hashBindingsOf(nodes);
	await client.command({
		query: STRUCTURES,
		query_params: {
			...decodingBindingsOf(nodes),
			bases,
			ownMultipliers,
			quarter: quarterOfWeek(week),
			week: weekNumber(week),
			unknown,
		},
	});
};
