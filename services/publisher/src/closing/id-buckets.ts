import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';

/** IdBucket is a range of event ids, both ends included, in the engine's order of UUIDs. */
export interface IdBucket {
	readonly first: string;
	readonly last: string;
}

/** EVENTS_AT_ONCE is how many events of a week are laid into the scratch at a time: some 100 MB of it, whatever the week holds. */
export const EVENTS_AT_ONCE = 1_000_000;

// The engine compares the second half of a UUID first. Of those that clients make (v4), it begins with the bits 10; the rest is random.
const LOWEST = 0x8000_0000_0000_0000n;
const SPAN = 0x4000_0000_0000_0000n;

const uuid = (high: bigint, low: bigint): string =>
	`${high.toString(16).padStart(16, '0')}${low.toString(16).padStart(16, '0')}`.replace(
		/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
		'$1-$2-$3-$4-$5',
	);

const LAST_HALF = 0xffff_ffff_ffff_ffffn;

/** splitIds cuts all ids into so many ranges of about as many events; ids of another making fall into the first or the last. */
export const splitIds = (buckets: number): readonly IdBucket[] => {
	const startOf = (index: number): bigint => LOWEST + (SPAN * BigInt(index)) / BigInt(buckets);
	return Array.from({ length: buckets }, (_, index) => ({
		first: uuid(0n, index === 0 ? 0n : startOf(index)),
		last: uuid(LAST_HALF, index === buckets - 1 ? LAST_HALF : startOf(index + 1) - 1n),
	}));
};

const Received = z.tuple([z.object({ rows: z.string() })]);

/** bucketsOfWeek cuts the ids of a week so that each range holds about `eventsAtOnce` of its rows. */
export const bucketsOfWeek = async (
	client: ClickHouseClient,
	week: string,
	eventsAtOnce: number,
): Promise<readonly IdBucket[]> => {
	const result = await client.query({
		query: 'SELECT count() AS rows FROM private.events WHERE receivedWeek = {week: UInt32}',
		query_params: { week: weekNumber(week) },
		format: 'JSONEachRow',
	});
	const [{ rows }] = Received.parse(await result.json());
	return splitIds(Math.max(1, Math.ceil(Number(rows) / eventsAtOnce)));
};
