import type { ClickHouseClient } from '@clickhouse/client';
import type { KeyDirectory } from '@vigie/kit/keys';
import { weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { bucketsOfWeek } from './id-buckets.js';

/** weekKeyName and quarterKeyName name the keys of a week and of a quarter in the key directory. */
export const weekKeyName = (week: string): string => `weeks/${week}`;
export const quarterKeyName = (quarter: string): string => `quarters/${quarter}`;

const COPY = `
INSERT INTO private.forgotten_events
SELECT * REPLACE
(
	toUInt64(0) AS reporterToken,
	toUInt64(0) AS structureToken,
	toUInt64(0) AS organisationToken,
	toUInt16(0) AS sourcePartition,
	toUInt64(0) AS sourceOffset
)
FROM private.events
WHERE receivedWeek = {week: UInt32} AND id BETWEEN {first: UUID} AND {last: UUID}`;

const REPLACE = 'ALTER TABLE private.events REPLACE PARTITION {week: UInt32} FROM private.forgotten_events';

/** Is every revision of the week in the copy, and nothing else? Of a range of ids: a set of all would grow with the week. */
const SAME = `
SELECT
	(
		SELECT uniqExact(id, revision)
		FROM private.events
		WHERE receivedWeek = {week: UInt32} AND id BETWEEN {first: UUID} AND {last: UUID}
	) AS events,
	(
		SELECT uniqExact(id, revision)
		FROM private.forgotten_events
		WHERE id BETWEEN {first: UUID} AND {last: UUID}
	) AS copies`;

/** LostOnCopy: the copy without tokens does not hold what the week holds; the week is left as it is. */
export class LostOnCopy extends Error {
	override name = 'LostOnCopy';
}

const Counts = z.tuple([z.object({ events: z.string(), copies: z.string() })]);

/**
 * copyWithoutTokens copies a week's events without their tokens, and without where they were read (an order finer than the slot), a range of
 * ids at a time: of a large week one copy would outlast a request. Again makes the copy again.
 */
export const copyWithoutTokens = async (
	client: ClickHouseClient,
	week: string,
	eventsAtOnce: number,
): Promise<void> => {
	await client.command({ query: 'TRUNCATE TABLE private.forgotten_events' });
	for (const bucket of await bucketsOfWeek(client, week, eventsAtOnce))
		await client.command({ query: COPY, query_params: { week: weekNumber(week), ...bucket } });
};

/** isCopied tells whether there is anything to put in place. Errors: LostOnCopy when the copy is not whole. */
export const isCopied = async (
	client: ClickHouseClient,
	week: string,
	eventsAtOnce: number,
): Promise<boolean> => {
	let found = false;
	for (const bucket of await bucketsOfWeek(client, week, eventsAtOnce)) {
		const result = await client.query({
			query: SAME,
			query_params: { week: weekNumber(week), ...bucket },
			format: 'JSONEachRow',
		});
		const [{ events, copies }] = Counts.parse(await result.json());
		if (events !== copies) throw new LostOnCopy(`the copy of ${week} does not hold what the week holds`);
		found ||= copies !== '0';
	}
	return found;
};

/**
 * forgetWeek puts the copy in the place of the week's partition, then destroys the key that the tokens were made with: ALTER TABLE ... CLEAR
 * COLUMN is a mutation, which walks through the parts of every week and took longer with each. Nothing writes into a closed week any
 * more. Again does no harm.
 */
export const forgetWeek = async (
	client: ClickHouseClient,
	keys: KeyDirectory,
	week: string,
	copied: boolean,
): Promise<void> => {
	if (copied) await client.command({ query: REPLACE, query_params: { week: weekNumber(week) } });
	await client.command({ query: 'TRUNCATE TABLE private.forgotten_events' });
	await keys.destroy(weekKeyName(week));
};

/** forgetQuarter destroys the quarter's key, then drops what structures did in it. Again does no harm. */
export const forgetQuarter = async (
	client: ClickHouseClient,
	keys: KeyDirectory,
	quarter: string,
): Promise<void> => {
	await keys.destroy(quarterKeyName(quarter));
	await client.command({
		query: 'ALTER TABLE private.cell_structures DROP PARTITION {quarter: String}',
		query_params: { quarter },
	});
};
