import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber, weekOf } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { Cutoffs } from './cutoffs.js';

const Partitions = z.array(z.object({ name: z.int() }));

const partitionsOf = async (
	client: ClickHouseClient,
	query: string,
	before: number,
): Promise<readonly number[]> => {
	const result = await client.query({ query, query_params: { before }, format: 'JSONEachRow' });
	return Partitions.parse(await result.json()).map(({ name }) => name);
};

const monthNumber = (at: Date): number => at.getUTCFullYear() * 100 + at.getUTCMonth() + 1;

/** dropOld drops the weeks of events and the months of exact counts that are wholly too old. Again does no harm. */
export const dropOld = async (client: ClickHouseClient, { event, seriesSlot }: Cutoffs): Promise<void> => {
	const weeks = await partitionsOf(
		client,
		'SELECT DISTINCT receivedWeek AS name FROM private.events WHERE receivedWeek < {before: UInt32}',
		weekNumber(weekOf(event)),
	);
	for (const name of weeks)
		await client.command({
			query: 'ALTER TABLE private.events DROP PARTITION {name: UInt32}',
			query_params: { name },
		});
	const months = await partitionsOf(
		client,
		'SELECT DISTINCT toYYYYMM(slot) AS name FROM private.series_slot WHERE toYYYYMM(slot) < {before: UInt32}',
		monthNumber(seriesSlot),
	);
	for (const name of months)
		await client.command({
			query: 'ALTER TABLE private.series_slot DROP PARTITION {name: UInt32}',
			query_params: { name },
		});
};
