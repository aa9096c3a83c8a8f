import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber } from '@vigie/schemas/calendar';
import { NON_PRECISE } from '@vigie/schemas/taxonomy';
import { textOfCell } from '../vocabulary/cells.js';
import { bindingsOf, nodesOfLevels } from '../vocabulary/cube.js';
import { dimensions } from '../vocabulary/dimension.js';
import { insertLines, readColumns } from './bulk.js';

/** Exact counts of the staged week on the weekly nodes, and how many took part: the detectors' history. */
const SERIES = `
SELECT
	base + arrayDotProduct(factors, positions) AS cell,
	count() AS n,
	uniqExact(reporterToken) AS reporters,
	uniqExactIf(structureToken, NOT ownPlatform) AS structures,
	uniqExactIf(organisationToken, NOT ownPlatform) AS organisations,
	multiIf(structures = 0, 0, minIf(positions[{departement: UInt8}], NOT ownPlatform) = maxIf(positions[{departement: UInt8}], NOT ownPlatform), 1, 2) AS departements
FROM private.closing_events
INNER JOIN
(
	SELECT family, base, factors
	FROM (SELECT 1)
	ARRAY JOIN {families: Array(String)} AS family, {bases: Array(UInt32)} AS base, {factors: Array(Array(UInt32))} AS factors
) AS nodes USING (family)
GROUP BY cell
ORDER BY cell`;

/**
 * The same of each kind of failure of a platform in a région, which no release crosses: what happens in a few counters of one région is lost in
 * the country's counts. A structure is of one organisation, a device of one structure.
 */
const REGIONAL_KINDS = `
SELECT
	region,
	platform,
	failureKind,
	sum(events) AS n,
	sum(devices) AS reporters,
	countIf(NOT own) AS structures,
	uniqExactIf(organisation, NOT own) AS organisations,
	multiIf(structures = 0, 0, minIf(first, NOT own) = maxIf(last, NOT own), 1, 2) AS departements,
	max(events) AS top
FROM
(
	SELECT
		region,
		platform,
		failureKind,
		count() AS events,
		uniqExact(reporterToken) AS devices,
		any(organisationToken) AS organisation,
		any(ownPlatform) AS own,
		min(positions[{departement: UInt8}]) AS first,
		max(positions[{departement: UInt8}]) AS last
	FROM private.closing_events
	WHERE family = 'failures' AND failureKind != {unsaid: String}
	GROUP BY region, platform, failureKind, structureToken
)
GROUP BY region, platform, failureKind
ORDER BY region, platform, failureKind`;

// Arrays count from one in the store.
const departement = dimensions.indexOf('departement') + 1;

const regionalKinds = async (client: ClickHouseClient, world: string): Promise<string[]> => {
	const rows = await readColumns(client, 9, REGIONAL_KINDS, { departement, unsaid: NON_PRECISE });
	return rows.map(
		([region, platform, kind, n, reporters, structures, organisations, departements, top]) =>
			`region-platform-kind\t['${region}','${platform}','${kind}']\t${n}\t${reporters}\t${structures}\t${organisations}\t${world}\t${departements}\t${top}\n`,
	);
};

/** saveSeriesWeek writes the week's exact series: the distinct counts cannot be had again once its tokens are cleared. */
export const saveSeriesWeek = async (
	client: ClickHouseClient,
	week: string,
	world: string,
): Promise<void> => {
	const [rows, kinds] = await Promise.all([
		readColumns(client, 6, SERIES, { ...bindingsOf(nodesOfLevels('week')), departement }),
		regionalKinds(client, world),
	]);
	const cells = rows.map(
		([cell, n, reporters, structures, organisations, departements]) =>
			`${textOfCell(Number(cell))}\t${n}\t${reporters}\t${structures}\t${organisations}\t${world}\t${departements}\t0\n`,
	);
	const lines = [...cells, ...kinds].map((line) => `${weekNumber(week)}\t${line}`);
	await insertLines(client, 'private.series_week', [lines.join('')]);
};
