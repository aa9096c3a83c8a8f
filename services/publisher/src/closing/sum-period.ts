import type { ClickHouseClient } from '@clickhouse/client';
import { quarterOfWeek, weekNumber, weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Level } from '@vigie/schemas/lattice';
import { hashBindingsOf, nodesOfLevels } from '../vocabulary/cube.js';

/**
 * Facts of a month or quarter: events and keys are the sums of its weeks' facts, structures and the largest of them are counted
 * over the quarter's tokens. Events are never read again.
 */
const SUM = `
INSERT INTO private.cell_facts
SELECT
	{period: String} AS release,
	node,
	coordinates,
	facts.n AS n,
	facts.kappa AS kappa,
	counted.structures AS structures,
	counted.top AS top,
	{world: String} AS world
FROM
(
	SELECT
		node,
		coordinates,
		n,
		kappa,
		base + arraySum(arrayMap((code, multiplier) -> sipHash64(code) * multiplier, coordinates, ownMultipliers)) AS cell
	FROM
	(
		SELECT node, coordinates, sum(n) AS n, sumWithOverflow(kappa) AS kappa
		FROM private.cell_facts FINAL
		WHERE release IN {weeks: Array(String)}
		GROUP BY node, coordinates
	) AS summed
	INNER JOIN
	(
		SELECT node, base, ownMultipliers
		FROM (SELECT 1)
		ARRAY JOIN
			{nodes: Array(String)} AS node,
			{bases: Array(UInt64)} AS base,
			{ownMultipliers: Array(Array(UInt64))} AS ownMultipliers
	) AS nodes USING (node)
) AS facts
INNER JOIN
(
	SELECT cell, count() AS structures, max(events) AS top
	FROM
	(
		SELECT cell, structureToken, sum(n) AS events
		FROM private.cell_structures FINAL
		WHERE quarter = {quarter: String} AND week IN {weekNumbers: Array(UInt32)}
		GROUP BY cell, structureToken
	)
	GROUP BY cell
) AS counted USING (cell)`;

/** sumPeriod freezes the facts of a month or quarter whose weeks are all closed. Doing it again writes the same rows. */
export const sumPeriod = async (
	client: ClickHouseClient,
	period: string,
	level: Exclude<Level, 'week'>,
	world: string,
): Promise<void> => {
	const weeks = weeksOfPeriod(period);
	const [first] = weeks;
	if (first === undefined) throw new RangeError('a period has weeks');
	const { nodes, bases, ownMultipliers } = hashBindingsOf(nodesOfLevels(level));
	await client.command({
		query: SUM,
		query_params: {
			period,
			world,
			weeks: [...weeks],
			weekNumbers: weeks.map(weekNumber),
			quarter: quarterOfWeek(first),
			nodes,
			bases,
			ownMultipliers,
		},
	});
};
