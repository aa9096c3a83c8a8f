import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber, weekOf } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { Cutoffs } from './cutoffs.js';

/**
 * Weeks before the first that is not closed: nothing is counted from their events any more. Until then the quarter of an hour of reception
 * says which revision came first, and which came in time.
 */
const SETTLED = `
receivedWeek <
(
	SELECT ifNull(minOrNull(receivedWeek), 4294967295)
	FROM private.events
	WHERE receivedWeek NOT IN (SELECT toUInt32(replaceOne(week, '-W', '')) FROM state.closings)
)`;

const isTooFine = (column: string): string =>
	`
(
	({column} < {days: DateTime('UTC')} AND {column} != toStartOfDay({column}, 'Europe/Paris'))
	OR ({column} < {weeks: DateTime('UTC')} AND {column} != toDateTime(toMonday({column}, 'Europe/Paris'), 'Europe/Paris'))
)`.replaceAll('{column}', column);

/** Weeks that hold an hour too fine for its age, oldest first. */
const TOO_FINE = `
SELECT DISTINCT receivedWeek AS week
FROM private.events
WHERE ${isTooFine('observedAt')} OR (${SETTLED} AND ${isTooFine('receivedSlot')})
ORDER BY week
LIMIT {most: UInt32}`;

const coarser = (column: string): string =>
	`
multiIf(
	{column} < {weeks: DateTime('UTC')}, toTimeZone(toDateTime(toMonday({column}, 'Europe/Paris'), 'Europe/Paris'), 'UTC'),
	{column} < {days: DateTime('UTC')}, toTimeZone(toStartOfDay({column}, 'Europe/Paris'), 'UTC'),
	{column}
)`.replaceAll('{column}', column);

// A day and a week begin within the ISO week of what they stand for. Of copies only the first is kept: the version that said so holds the slot too.
const COPY = `
INSERT INTO private.forgotten_events
SELECT * REPLACE
(
	${coarser('observedAt')} AS observedAt,
	if(${SETTLED}, ${coarser('receivedSlot')}, receivedSlot) AS receivedSlot,
	if(${SETTLED}, toUInt64(0), firstWins) AS firstWins
)
FROM private.events FINAL
WHERE receivedWeek = {week: UInt32}`;

const SAME = `
SELECT
	(SELECT uniqExact(id, revision) FROM private.events WHERE receivedWeek = {week: UInt32}) AS events,
	(SELECT uniqExact(id, revision) FROM private.forgotten_events) AS copies`;

const REPLACE = 'ALTER TABLE private.events REPLACE PARTITION {week: UInt32} FROM private.forgotten_events';

const Weeks = z.array(z.object({ week: z.int() }));
const Counts = z.tuple([z.object({ events: z.string(), copies: z.string() })]);

/** Weeks done at a time: the queue of closings waits meanwhile. */
const MOST = 8;

const coarsenWeek = async (
	client: ClickHouseClient,
	week: number,
	bindings: { days: number; weeks: number },
): Promise<void> => {
	await client.command({ query: 'TRUNCATE TABLE private.forgotten_events' });
	await client.command({ query: COPY, query_params: { ...bindings, week } });
	const same = await client.query({ query: SAME, query_params: { week }, format: 'JSONEachRow' });
	const [{ events, copies }] = Counts.parse(await same.json());
	if (events !== copies) throw new Error('the coarser copy of a week does not hold what the week holds');
	await client.command({ query: REPLACE, query_params: { week } });
	await client.command({ query: 'TRUNCATE TABLE private.forgotten_events' });
};

/**
 * coarsenHours writes the day, then the ISO week, over the hour at which old enough events were observed, and over the quarter of an hour at
 * which they were received, a few weeks at a time; true when nothing is left to do. Weeks not over yet are never touched: their events are
 * still being received. The quarter of an hour stays until every week up to the event's is closed.
 */
export const coarsenHours = async (
	client: ClickHouseClient,
	{ now, day, week }: Cutoffs,
): Promise<boolean> => {
	const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
	const bindings = { days: seconds(day), weeks: seconds(week) };
	const found = await client.query({
		query: TOO_FINE,
		query_params: { ...bindings, most: MOST },
		format: 'JSONEachRow',
	});
	const present = weekNumber(weekOf(now));
	const weeks = Weeks.parse(await found.json());
	for (const { week: number } of weeks) if (number < present) await coarsenWeek(client, number, bindings);
	return weeks.length < MOST;
};
