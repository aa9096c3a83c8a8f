import type { ClickHouseClient } from '@clickhouse/client';
import { quarterOfWeek, weekNumber, weeksOfPeriod } from '@vigie/schemas/calendar';
import { z } from 'zod';

const Week = z.array(z.object({ week: z.string() }));

/** closedAmong gives those of some weeks that are closed: their facts, series and structures are frozen. */
export const closedAmong = async (
	client: ClickHouseClient,
	weeks: readonly string[],
): Promise<ReadonlySet<string>> => {
	const result = await client.query({
		query: 'SELECT DISTINCT week FROM state.closings WHERE week IN {weeks: Array(String)}',
		query_params: { weeks: [...weeks] },
		format: 'JSONEachRow',
	});
	return new Set(Week.parse(await result.json()).map(({ week }) => week));
};

/** lastClosed gives the latest closed week; null when there is none. */
export const lastClosed = async (client: ClickHouseClient): Promise<string | null> => {
	const result = await client.query({
		query: 'SELECT week FROM state.closings ORDER BY week DESC LIMIT 1',
		format: 'JSONEachRow',
	});
	return Week.parse(await result.json())[0]?.week ?? null;
};

const Numbers = z.array(z.object({ number: z.int() }));

/** WeekState is what must be known of a week before it is closed. */
export interface WeekState {
	readonly closed: boolean;
	/** Earlier weeks of the same quarter that hold events and are not closed, in order. */
	readonly openBefore: readonly string[];
}

/** weekState tells whether a week is closed and which earlier ones should have been. */
export const weekState = async (client: ClickHouseClient, week: string): Promise<WeekState> => {
	const earlier = weeksOfPeriod(quarterOfWeek(week)).filter((other) => other < week);
	const [result, closed] = await Promise.all([
		client.query({
			query:
				'SELECT DISTINCT receivedWeek AS number FROM private.events WHERE receivedWeek IN {numbers: Array(UInt32)}',
			query_params: { numbers: earlier.map(weekNumber) },
			format: 'JSONEachRow',
		}),
		closedAmong(client, [...earlier, week]),
	]);
	const filled = new Set(Numbers.parse(await result.json()).map(({ number }) => number));
	return {
		closed: closed.has(week),
		openBefore: earlier.filter((other) => filled.has(weekNumber(other)) && !closed.has(other)),
	};
};

/** hasEvents tells whether any event was received in a week. */
export const hasEvents = async (client: ClickHouseClient, week: string): Promise<boolean> => {
	const result = await client.query({
		query: 'SELECT DISTINCT receivedWeek AS number FROM private.events WHERE receivedWeek = {number: UInt32}',
		query_params: { number: weekNumber(week) },
		format: 'JSONEachRow',
	});
	return Numbers.parse(await result.json()).length > 0;
};

/** markClosed says that a week's facts, series and structures are written: they will never be computed again. */
export const markClosed = async (client: ClickHouseClient, week: string, now: Date): Promise<void> => {
	await client.insert({
		table: 'state.closings',
		values: [{ week, closedAt: Math.floor(now.getTime() / 1000) }],
		format: 'JSONEachRow',
	});
};

/** weeksWithTokens gives those of some weeks whose events bear tokens: a log read again brings them back after they were cleared. */
export const weeksWithTokens = async (
	client: ClickHouseClient,
	weeks: readonly string[],
): Promise<ReadonlySet<string>> => {
	const result = await client.query({
		query: `
			SELECT DISTINCT receivedWeek AS number
			FROM private.events
			WHERE receivedWeek IN {numbers: Array(UInt32)} AND structureToken != 0
		`,
		query_params: { numbers: weeks.map(weekNumber) },
		format: 'JSONEachRow',
	});
	const found = new Set(Numbers.parse(await result.json()).map(({ number }) => number));
	return new Set(weeks.filter((week) => found.has(weekNumber(week))));
};
