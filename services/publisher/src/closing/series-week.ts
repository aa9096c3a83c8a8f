import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber } from '@vigie/schemas/calendar';
import { textOfCell } from '../vocabulary/cells.js';
import { bindingsOf, nodesOfLevels } from '../vocabulary/cube.js';
import { insertLines, readColumns } from './bulk.js';

/** Exact counts of the staged week on the weekly nodes, and how many took part: the detectors' history. */
const SERIES = `
SELECT
	base + arrayDotProduct(factors, positions) AS cell,
	count() AS n,
	uniqExact(reporterToken) AS reporters,
	uniqExact(structureToken) AS structures,
	uniqExactIf(organisationToken, NOT ownPlatform) AS organisations
FROM private.closing_events
INNER JOIN
(
	SELECT family, base, factors
	FROM (SELECT 1)
	ARRAY JOIN {families: Array(String)} AS family, {bases: Array(UInt32)} AS base, {factors: Array(Array(UInt32))} AS factors
) AS nodes USING (family)
GROUP BY cell
ORDER BY cell`;

/** saveSeriesWeek writes the week's exact series: the distinct counts cannot be had again once its tokens are cleared. */
export const saveSeriesWeek = async (
	client: ClickHouseClient,
	week: string,
	world: string,
): Promise<void> => {
	const rows = await readColumns(client, 5, SERIES, bindingsOf(nodesOfLevels('week')));
	const lines = rows.map(
		([cell, n, reporters, structures, organisations]) =>
			`${weekNumber(week)}\t${textOfCell(Number(cell))}\t${n}\t${reporters}\t${structures}\t${organisations}\t${world}\n`,
	);
	await insertLines(client, 'private.series_week', [lines.join('')]);
};
