import type { Querier } from '@vigie/kit/clickhouse';
import { addWeeks, weekBounds, weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { BASELINE_WEEKS } from '../statistics/outage/baseline.js';
import { watchedKinds } from './watched-kinds.js';

/** SlotSeries is what was declared of a platform at a code of another dimension: the quarters of an hour (unix seconds) that hold anything. */
export interface SlotSeries {
	readonly platform: string;
	readonly code: string;
	readonly slots: readonly number[];
	readonly counts: readonly number[];
}

/** History is what usual is learnt from: closed weeks only. */
export interface History {
	/** Closed weeks, oldest first; never empty. */
	readonly weeks: readonly string[];
	/** By région. */
	readonly regions: readonly SlotSeries[];
	/** By kind of failure, in France: only those that are watched by themselves. */
	readonly kinds: readonly SlotSeries[];
	/** Distinct reporters of each of these weeks, of any platform. */
	readonly reporters: readonly number[];
}

/** HistoryReader reads the weeks before one, or null when none of them is closed. */
export interface HistoryReader {
	/** lastClosed gives the last closed week before this one; null when there is none. */
	lastClosed(week: string): Promise<string | null>;
	read(lastClosed: string): Promise<History>;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** historyReader reads `private.series_slot` and `private.series_week`. */
export const historyReader = (query: Querier): HistoryReader => {
	const readClosed = query({
		sql: `
			SELECT week
			FROM state.closings FINAL
			WHERE week >= {from: String} AND week < {until: String}
			ORDER BY week`,
		params: z.object({ from: z.string(), until: z.string() }),
		row: z.object({ week: z.string() }),
	});
	const readSlots = query({
		sql: `
			SELECT platform, code, groupArray(toUnixTimestamp(slot)) AS slots, groupArray(n) AS counts
			FROM private.series_slot FINAL
			WHERE node = {node: String}
				AND (empty({codes: Array(String)}) OR code IN {codes: Array(String)})
				AND slot >= {from: DateTime('UTC')}
				AND slot < {until: DateTime('UTC')}
			GROUP BY platform, code
			ORDER BY platform, code`,
		params: z.object({
			node: z.enum(['region-platform', 'platform-kind']),
			/** None for all of them. */
			codes: z.array(z.string()),
			from: z.int(),
			until: z.int(),
		}),
		row: z.object({
			platform: z.string(),
			code: z.string(),
			slots: z.array(z.int()),
			counts: z.array(z.int()),
		}),
	});
	const readReporters = query({
		sql: `
			SELECT week, reporters
			FROM private.series_week FINAL
			WHERE node = 'total' AND week IN {weeks: Array(UInt32)}`,
		params: z.object({ weeks: z.array(z.int()) }),
		row: z.object({ week: z.int(), reporters: z.int() }),
	});
	const closedBefore = async (week: string): Promise<string[]> => {
		const rows = await readClosed({ from: addWeeks(week, -BASELINE_WEEKS), until: week });
		return rows.map((row) => row.week);
	};
	return {
		lastClosed: async (week) => (await closedBefore(week)).at(-1) ?? null,
		read: async (lastClosed) => {
			const weeks = await closedBefore(addWeeks(lastClosed, 1));
			const span = {
				from: seconds(weekBounds(weeks[0] ?? lastClosed).start),
				until: seconds(weekBounds(lastClosed).end),
			};
			const [regions, kinds, rows] = await Promise.all([
				readSlots({ node: 'region-platform', codes: [], ...span }),
				readSlots({ node: 'platform-kind', codes: [...watchedKinds], ...span }),
				readReporters({ weeks: weeks.map(weekNumber) }),
			]);
			const known = new Map(rows.map(({ week, reporters }) => [week, reporters]));
			return { weeks, regions, kinds, reporters: weeks.map((week) => known.get(weekNumber(week)) ?? 0) };
		},
	};
};
