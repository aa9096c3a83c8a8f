import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { releaseInstant } from '@vigie/schemas/calendar';
import { z } from 'zod';

/** A closing that has begun does not wait for a replay. */
const BEFORE_RELEASE_MS = 60 * 60_000;

/** ClosedWeeks tells which of some weeks take no event any more: closed, or about to be. */
export type ClosedWeeks = (weeks: readonly string[], now: Date) => Promise<ReadonlySet<string>>;

/** readClosedWeeks reads `state.closings`. */
export const readClosedWeeks = (client: ClickHouseClient): ClosedWeeks => {
	const read = createQuerier(client)({
		sql: `
			SELECT DISTINCT week
			FROM state.closings
			WHERE week IN {weeks: Array(String)}`,
		params: z.object({ weeks: z.array(z.string()) }),
		row: z.object({ week: z.string() }),
	});
	return async (weeks, now) => {
		const due = weeks.filter((week) => now.getTime() >= releaseInstant(week).getTime() - BEFORE_RELEASE_MS);
		const closed = await read({ weeks: [...weeks] });
		return new Set([...due, ...closed.map(({ week }) => week)]);
	};
};
