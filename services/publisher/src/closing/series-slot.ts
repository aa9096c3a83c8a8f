import type { ClickHouseClient } from '@clickhouse/client';

/** Exact counts of the events in the scratch by quarter of an hour, on four nodes: not their cube, which would be the events again. */
const COUNT = `
INSERT INTO private.closing_slots
SELECT
	slot,
	series.1 AS node,
	platform,
	series.2 AS code,
	count() AS n
FROM private.closing_events
ARRAY JOIN
	[
		('platform', ''),
		('platform-kind', failureKind),
		('platform-step', step),
		('region-platform', region)
	] AS series
WHERE family = 'failures'
GROUP BY slot, node, platform, code`;

const MERGE = `
INSERT INTO private.closing_slots_merged
SELECT slot, node, platform, code, sum(n)
FROM private.closing_slots
GROUP BY slot, node, platform, code`;

const SAVE = `
INSERT INTO private.series_slot
SELECT slot, node, platform, code, sum(n) AS n, {world: String} AS world
FROM private.closing_slots
GROUP BY slot, node, platform, code`;

/** countSlots adds the events in the scratch of events to the scratch of slots. */
export const countSlots = async (client: ClickHouseClient): Promise<void> => {
	await client.command({ query: COUNT });
};

/** mergeSlots adds up what several buckets of ids said of the same series and slot: one row each is left. */
export const mergeSlots = async (client: ClickHouseClient): Promise<void> => {
	await client.command({ query: MERGE });
	await client.command({ query: 'TRUNCATE TABLE private.closing_slots' });
	await client.command({
		query: 'INSERT INTO private.closing_slots SELECT * FROM private.closing_slots_merged',
	});
	await client.command({ query: 'TRUNCATE TABLE private.closing_slots_merged' });
};

/** saveSeriesSlot writes the week's counts by quarter of an hour, without any token. */
export const saveSeriesSlot = async (client: ClickHouseClient, world: string): Promise<void> => {
	await client.command({ query: SAVE, query_params: { world } });
};
