import type { ClickHouseClient } from '@clickhouse/client';
import { bindingsOf, countedNodes } from '../vocabulary/cube.js';
import { dimensions } from '../vocabulary/dimension.js';
import { readColumns } from './bulk.js';

/** What each device sent into each cell of every node, of the events in the scratch: all that a closing needs is sums of these. */
const COUNT = `
INSERT INTO private.closing_counts
SELECT
	base + arrayDotProduct(factors, positions) AS cell,
	reporterToken,
	structureToken,
	any(organisationToken),
	count(),
	sumWithOverflow(recordKey),
	sum(NOT ownPlatform),
	min(if(ownPlatform, 65535, positions[{departement: UInt8}])),
	max(if(ownPlatform, 0, positions[{departement: UInt8}]))
FROM private.closing_events
INNER JOIN
(
	SELECT family, base, factors
	FROM (SELECT 1)
	ARRAY JOIN {families: Array(String)} AS family, {bases: Array(UInt32)} AS base, {factors: Array(Array(UInt32))} AS factors
) AS nodes USING (family)
GROUP BY cell, reporterToken, structureToken`;

const MERGE = `
INSERT INTO private.closing_counts_merged
SELECT
	cell,
	reporterToken,
	structureToken,
	any(organisationToken),
	sum(n),
	sumWithOverflow(recordKeys),
	sum(others),
	min(firstDepartement),
	max(lastDepartement)
FROM private.closing_counts
GROUP BY cell, reporterToken, structureToken`;

/**
 * Each cell that holds an event, from what devices sent: by cell and structure, then by cell. Of the structures, the first and the last
 * tell the residual rule who they are when they are one or two. A device is of one structure, a structure of one organisation.
 */
const CELLS = `
SELECT
	cell,
	sum(events) AS n,
	sumWithOverflow(keys) AS kappa,
	count() AS structures,
	max(events) AS top,
	min(structure) AS first,
	max(structure) AS last,
	sum(devices) AS reporters,
	countIf(ofOthers > 0) AS otherStructures,
	uniqExactIf(organisation, ofOthers > 0) AS otherOrganisations,
	multiIf(otherStructures = 0, 0, min(lowest) = max(highest), 1, 2) AS departements
FROM
(
	SELECT
		cell,
		toUInt32(structureToken) AS structure,
		sum(n) AS events,
		sumWithOverflow(recordKeys) AS keys,
		count() AS devices,
		any(organisationToken) AS organisation,
		sum(others) AS ofOthers,
		min(firstDepartement) AS lowest,
		max(lastDepartement) AS highest
	FROM private.closing_counts
	GROUP BY cell, structureToken
)
GROUP BY cell
ORDER BY cell`;

// Arrays count from one in the store.
const departement = dimensions.indexOf('departement') + 1;

/** countCells adds the events in the scratch of events to the scratch of counts. */
export const countCells = async (client: ClickHouseClient): Promise<void> => {
	await client.command({ query: COUNT, query_params: { ...bindingsOf(countedNodes), departement } });
};

/** mergeCounts adds up what several buckets of ids said of the same device and cell: one row each is left. */
export const mergeCounts = async (client: ClickHouseClient): Promise<void> => {
	await client.command({ query: MERGE });
	await client.command({ query: 'TRUNCATE TABLE private.closing_counts' });
	await client.command({
		query: 'INSERT INTO private.closing_counts SELECT * FROM private.closing_counts_merged',
	});
	await client.command({ query: 'TRUNCATE TABLE private.closing_counts_merged' });
};

/** CountedCell is what a week holds of a cell. */
export interface CountedCell {
	readonly cell: number;
	readonly n: number;
	/** Sum of the record keys, modulo 2^64. */
	readonly kappa: bigint;
	readonly structures: number;
	/** Events of the structure that has most. */
	readonly top: number;
	/** Two of its structures, the same one twice when it has one. */
	readonly sample: readonly [number, number];
	/** Devices. */
	readonly reporters: number;
	/** Here and below: without the agents of the body that owns the platform. */
	readonly otherStructures: number;
	readonly otherOrganisations: number;
	/** 0, 1, or 2 for several. */
	readonly departements: number;
}

/** readCells adds the scratch of counts up, cell by cell, in ascending order. */
export const readCells = async (client: ClickHouseClient): Promise<readonly CountedCell[]> => {
	const rows = await readColumns(client, 11, CELLS, {});
	return rows.map((row) => {
		const [cell, n, kappa, structures, top, first, last, reporters, others, organisations, departements] =
			row;
		return {
			cell: Number(cell),
			n: Number(n),
			kappa: BigInt(kappa ?? 0),
			structures: Number(structures),
			top: Number(top),
			sample: [Number(first), Number(last)],
			reporters: Number(reporters),
			otherStructures: Number(others),
			otherOrganisations: Number(organisations),
			departements: Number(departements),
		};
	});
};
