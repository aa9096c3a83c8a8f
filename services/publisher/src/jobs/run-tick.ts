import type { ClickHouseClient } from '@clickhouse/client';
import type { KeyDirectory } from '@vigie/kit/keys';
import type { Clock } from '@vigie/schemas/clock';
import { lastClosed } from '../closing/closed-weeks.js';
import { weekKeyName } from '../closing/forget.js';
import { dueWeeks, releaseInstant } from './due-weeks.js';
import type { PublisherMetrics } from './metrics.js';

export interface Ticker {
	readonly client: ClickHouseClient;
	readonly keys: KeyDirectory;
	readonly clock: Clock;
	/** When the world began: no week before it is due by itself. */
	readonly since: Date;
	readonly metrics: PublisherMetrics;
	/** enqueue asks for the closing of a week, unless it is asked for already. */
	enqueue(week: string): Promise<void>;
}

/**
 * runTick asks the clock which weeks are due and enqueues them, oldest first. The last closed week is enqueued again as long as
 * its key exists: a crash came between its facts and its forgetting.
 */
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
	const unfinished = last !== null && (await keys.read(weekKeyName(last))) !== null ? [last] : [];
	const due = [...unfinished, ...dueWeeks(now, since, last)];
	const [oldest] = due;
	metrics.waitSeconds.set(
		oldest === undefined ? 0 : Math.max(0, (now.getTime() - releaseInstant(oldest).getTime()) / 1000),
	);
	for (const week of due) await enqueue(week);
	return due;
};
