import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber, weekOf } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { Cutoffs } from './cutoffs.js';

/** Weeks that hold an observed hour too fine for its age, oldest first. */
const TOO_FINE = `
SELECT DISTINCT receivedWeek AS week
FROM private.events
WHERE
	(observedAt < {days: DateTime('UTC')} AND observedAt != toStartOfDay(observedAt, 'Europe/Paris'))
	OR (observedAt < {weeks: DateTime('UTC')} AND observedAt != toDateTime(toMonday(observedAt, 'Europe/Paris'), 'Europe/Paris'))
ORDER BY week
LIMIT {most: UInt32}`;

const COPY = `
INSERT INTO private.forgotten_events
SELECT * REPLACE
(
	multiIf(
		observedAt < {weeks: DateTime('UTC')}, toTimeZone(toDateTime(toMonday(observedAt, 'Europe/Paris'), 'Europe/Paris'), 'UTC'),
		observedAt < {days: DateTime('UTC')}, toTimeZone(toStartOfDay(observedAt, 'Europe/Paris'), 'UTC'),
		observedAt
	) AS observedAt
)
FROM private.events
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
 * coarsenObserved writes the day, then the ISO week, over the observed hour of events that are old enough, a few weeks at a time; true when
 * nothing is left to do. Weeks not over yet are never touched: their events are still being received.
 */
export const coarsenObserved = async (
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
