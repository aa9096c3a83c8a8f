import type { ClickHouseClient } from '@clickhouse/client';
import { monthOfWeek, quarterOfWeek, weekNumber, weeksOfPeriod } from '@vigie/schemas/calendar';
import { isPublished, type Level, type Profile } from '@vigie/schemas/lattice';
import { readFactsOf } from '../release/read-facts.js';
import { type Earlier, type FrozenFacts, freezeWithheld, type TellingFacts } from '../release/withheld.js';
import { cellOfText } from '../vocabulary/cells.js';
import { hashBindingsOf, nodesOfLevels, publishedNodes } from '../vocabulary/cube.js';
import { readColumns } from './bulk.js';
import { saveFacts } from './cell-facts.js';
import type { Closing } from './freeze-week.js';

/**
 * Facts of a month or quarter: events and keys are the sums of its weeks' facts, structures and the largest of them are counted
 * over the quarter's tokens. Events are never read again.
 */
const SUM = `
SELECT
	node,
	coordinates,
	facts.n AS n,
	facts.kappa AS kappa,
	counted.structures AS structures,
	counted.top AS top,
	counted.first AS first,
	counted.last AS last
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
		WHERE release IN {weeks: Array(String)} AND node IN {nodes: Array(String)}
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
	SELECT
		cell,
		count() AS structures,
		max(events) AS top,
		min(structure) AS first,
		max(structure) AS last
	FROM
	(
		SELECT cell, toUInt32(structureToken) AS structure, sum(n) AS events
		FROM private.cell_structures FINAL
		WHERE quarter = {quarter: String} AND week IN {weekNumbers: Array(UInt32)}
		GROUP BY cell, structureToken
	)
	GROUP BY cell
) AS counted USING (cell)`;

type Coarse = Exclude<Level, 'week'>;

/** What a period is made of, one level below: a month of weeks, a quarter of months. */
const partsOf = (
	level: Coarse,
	weeks: readonly string[],
): { readonly level: Level; readonly parts: readonly string[] } =>
	level === 'month'
		? { level: 'week', parts: weeks }
		: { level: 'month', parts: [...new Set(weeks.map(monthOfWeek))] };

/** readEarlier gives the frozen facts of the parts of a period, and of a quarter's months' weeks, for the nodes that both levels publish. */
const readEarlier = async (
	client: ClickHouseClient,
	profile: Profile,
	level: Coarse,
	weeks: readonly string[],
): Promise<{ readonly earlier: readonly Earlier[]; readonly within: readonly (readonly Earlier[])[] }> => {
	const below = partsOf(level, weeks);
	const readShared = (part: Level, releases: readonly string[]) =>
		readFactsOf(
			client,
			releases,
			publishedNodes(profile, part).filter(({ id }) => isPublished(profile, level, id)),
		);
	const facts = await readShared(below.level, below.parts);
	const earlier = below.parts.map((part) => facts.get(part) ?? new Map());
	if (level === 'month') return { earlier, within: [] };
	const weekly = await readShared('week', weeks);
	const within = below.parts.map((month) =>
		weeksOfPeriod(month).map((week) => weekly.get(week) ?? new Map()),
	);
	return { earlier, within };
};

/** sumPeriod freezes the facts of a month or quarter whose weeks are all closed, and gives them. Doing it again writes the same rows. */
export const sumPeriod = async (
	{ client, world, profile, disclosure }: Closing,
	period: string,
	level: Coarse,
): Promise<ReadonlyMap<number, FrozenFacts>> => {
	const weeks = weeksOfPeriod(period);
	const [first] = weeks;
	if (first === undefined) throw new RangeError('a period has weeks');
	const own = nodesOfLevels(level);
	const { nodes, bases, ownMultipliers } = hashBindingsOf(own);
	const [rows, { earlier, within }] = await Promise.all([
		readColumns(client, 8, SUM, {
			weeks: [...weeks],
			weekNumbers: weeks.map(weekNumber),
			quarter: quarterOfWeek(first),
			nodes,
			bases,
			ownMultipliers,
		}),
		readEarlier(client, profile, level, weeks),
	]);
	const facts = new Map<number, TellingFacts>(
		rows.map(([node, coordinates, n, kappa, structures, top, low, high]) => [
			cellOfText(`${node}\t${coordinates}`),
			{
				n: Number(n),
				kappa: BigInt(kappa ?? 0),
				structures: Number(structures),
				top: Number(top),
				sample: [Number(low), Number(high)],
			},
		]),
	);
	const published = publishedNodes(profile, level);
	const isOf = (cell: number): boolean =>
		published.some(({ base, size }) => cell >= base && cell < base + size);
	const frozen = freezeWithheld(
		published,
		new Map([...facts].filter(([cell]) => isOf(cell))),
		disclosure,
		earlier,
		within,
	);
	await saveFacts(client, period, world, frozen);
	return frozen;
};
