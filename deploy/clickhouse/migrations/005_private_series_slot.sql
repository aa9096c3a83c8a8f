-- Exact counts by quarter of an hour, one series a coordinate of a few nodes of the lattice: what the hourly detector will learn its
-- daily profile from. Written at closing, in place of the events' hour, which is coarsened later. No token is in it, and no
-- crossing finer than the lattice's: a full cube by quarter of an hour would be the events again.
CREATE TABLE IF NOT EXISTS private.series_slot
(
	slot DateTime('UTC') COMMENT 'Quarter of an hour of reception; half-open [slot, slot + 15 min)',
	node LowCardinality(String) COMMENT 'platform, platform-kind, platform-step or region-platform',
	platform LowCardinality(String) COMMENT 'Code of the platform, which all four nodes cross',
	code LowCardinality(String) COMMENT 'Code of the node''s other dimension; empty for the node platform',
	n UInt32 COMMENT 'Events, exact: retracted ones and copies left out',
	world LowCardinality(String) COMMENT 'demo or real'
)
ENGINE = ReplacingMergeTree
ORDER BY (node, platform, code, slot)
PARTITION BY toYYYYMM(slot)
TTL slot + INTERVAL 13 MONTH DELETE
SETTINGS
	non_replicated_deduplication_window = 1000,
	ttl_only_drop_parts = 1
COMMENT 'Exact counts by quarter of an hour; private'
