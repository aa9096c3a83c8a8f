import type { ClickHouseClient } from '@clickhouse/client';

/** Exact counts of the staged week by quarter of an hour, on four nodes: not their cube, which would be the events again. */
const SERIES = `
INSERT INTO private.series_slot
SELECT
	slot,
	series.1 AS node,
	platform,
	series.2 AS code,
	count() AS n,
	{world: String} AS world
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

/** saveSeriesSlot writes the week's counts by quarter of an hour, without any token. */
export const saveSeriesSlot = async (client: ClickHouseClient, world: string): Promise<void> => {
	await client.command({ query: SERIES, query_params: { world } });
};
