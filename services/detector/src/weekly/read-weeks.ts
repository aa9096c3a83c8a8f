import type { Querier } from '@vigie/kit/clickhouse';
import { addWeeks, weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { type Counted, EXPOSED, FOLLOWED } from './counted.js';

/** CountedWeeks holds what closings froze, by week. */
export type CountedWeeks = ReadonlyMap<string, readonly Counted[]>;

/** WeekReader reads closed weeks. */
export interface WeekReader {
	/** closed lists the closed weeks from one on, in order. */
	closed(from: string): Promise<readonly string[]>;
	/** read gives what was counted in each of these weeks. */
	read(weeks: readonly string[]): Promise<CountedWeeks>;
}

const nodes = [...FOLLOWED, ...EXPOSED] as const;
const numbers = z.array(z.int());

/** weekOfNumber is the inverse of weekNumber. */
export const weekOfNumber = (number: number): string =>
	`${Math.floor(number / 100)}-W${String(number % 100).padStart(2, '0')}`;

/** weekReader reads `private.series_week`, `private.cell_facts` (who has most) and `state.closings`. */
export const weekReader = (query: Querier): WeekReader => {
	const readClosed = query({
		sql: 'SELECT week FROM state.closings FINAL WHERE week >= {from: String} ORDER BY week',
		params: z.object({ from: z.string() }),
		row: z.object({ week: z.string() }),
	});
	// One row a series: a row a series and week would be ten times as long to read.
	const readSeries = query({
		sql: `
			SELECT
				node,
				coordinates,
				groupArray(week) AS weeks,
				groupArray(n) AS ns,
				groupArray(reporters) AS reporters,
				groupArray(structures) AS structures,
				groupArray(organisations) AS organisations,
				groupArray(departements) AS departements,
				groupArray(greatest(series.top, facts.top)) AS tops
			FROM
			(
				SELECT
					toString(node) AS node,
					arrayMap(code -> toString(code), coordinates) AS coordinates,
					week,
					n,
					reporters,
					structures,
					organisations,
					departements,
					top
				FROM private.series_week FINAL
				WHERE node IN {nodes: Array(String)} AND week IN {weeks: Array(UInt32)}
			) AS series
			LEFT JOIN
			(
				SELECT
					toString(node) AS node,
					arrayMap(code -> toString(code), coordinates) AS coordinates,
					toUInt32(replaceOne(release, '-W', '')) AS week,
					top
				FROM private.cell_facts FINAL
				WHERE node IN {nodes: Array(String)} AND release IN {releases: Array(String)}
			) AS facts USING (node, coordinates, week)
			GROUP BY node, coordinates
			ORDER BY node, coordinates`,
		params: z.object({
			nodes: z.array(z.string()).readonly(),
			weeks: numbers,
			releases: z.array(z.string()).readonly(),
		}),
		row: z.object({
			node: z.enum(nodes),
			coordinates: z.array(z.string()),
			weeks: numbers,
			ns: numbers,
			reporters: numbers,
			structures: numbers,
			organisations: numbers,
			departements: numbers,
			tops: numbers,
		}),
	});
	return {
		closed: async (from) => (await readClosed({ from })).map(({ week }) => week),
		read: async (weeks) => {
			const counted = new Map<string, Counted[]>(weeks.map((week) => [week, []]));
			if (weeks.length === 0) return counted;
			const rows = await readSeries({ nodes, weeks: weeks.map(weekNumber), releases: weeks });
			for (const { node, coordinates, ...row } of rows)
				row.weeks.forEach((week, i) => {
					counted.get(weekOfNumber(week))?.push({
						node,
						coordinates,
						n: row.ns[i] ?? 0,
						reporters: row.reporters[i] ?? 0,
						structures: row.structures[i] ?? 0,
						organisations: row.organisations[i] ?? 0,
						departements: row.departements[i] ?? 0,
						top: row.tops[i] ?? 0,
					});
				});
			return counted;
		},
	};
};

/** weeksBetween lists the weeks from one to another, both included. */
export const weeksBetween = (from: string, to: string): readonly string[] => {
	const weeks: string[] = [];
	for (let week = from; week <= to; week = addWeeks(week, 1)) weeks.push(week);
	return weeks;
};
