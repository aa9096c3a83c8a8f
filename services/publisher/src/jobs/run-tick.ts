import type { ClickHouseClient } from '@clickhouse/client';
import type { KeyDirectory } from '@vigie/kit/keys';
import { addWeeks, releaseInstant } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import { lastClosed, weeksWithTokens } from '../closing/closed-weeks.js';
import { weekKeyName } from '../closing/forget.js';
import { dueWeeks } from './due-weeks.js';
import type { PublisherMetrics } from './metrics.js';

export interface Ticker {
	readonly client: ClickHouseClient;
	readonly keys: Pick<KeyDirectory, 'read'>;
	readonly clock: Clock;
	/** When the world began: no week before it is due by itself. */
	readonly since: Date;
	readonly metrics: PublisherMetrics;
	/** enqueue asks for the closing of a week, unless it is asked for already. */
	enqueue(week: string): Promise<void>;
}

/** How far back a week that was left unfinished is looked for: a quarter of 14 weeks. */
const WEEKS_BACK = 14;

/**
 * unfinishedWeeks gives, in order, the weeks up to the last closed one that were not closed to the end: their key still exists (a crash
 * or an error came first), or their events bear tokens again (the log was read again).
 */
const unfinishedWeeks = async (
	{ client, keys }: Pick<Ticker, 'client' | 'keys'>,
	last: string,
): Promise<string[]> => {
	const weeks = Array.from({ length: WEEKS_BACK }, (_, index) => addWeeks(last, index + 1 - WEEKS_BACK));
	const held = await Promise.all(weeks.map((week) => keys.read(weekKeyName(week))));
	const bearing = await weeksWithTokens(client, weeks);
	return weeks.filter((week, index) => held[index] !== null || bearing.has(week));
};

/** runTick asks the clock which weeks are due and enqueues them, oldest first, after those that were left unfinished. */
export const runTick = async ({
	client,
	keys,
	clock,
	since,
	metrics,
	enqueue,
}: Ticker): Promise<readonly string[]> => {
	const now = clock.now();
	const last = await lastClosed(client);
	const unfinished = last === null ? [] : await unfinishedWeeks({ client, keys }, last);
	const due = [...unfinished, ...dueWeeks(now, since, last)];
	const [oldest] = due;
	metrics.waitSeconds.set(
		oldest === undefined ? 0 : Math.max(0, (now.getTime() - releaseInstant(oldest).getTime()) / 1000),
	);
	for (const week of due) await enqueue(week);
	return due;
};
