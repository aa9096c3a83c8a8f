-- Exact counts by quarter of an hour: what the hourly detector will learn its daily profile from. Written at closing, in place of
-- the events' hour, which is coarsened later. No token is in it.
CREATE TABLE IF NOT EXISTS private.series_slot
(
	slot DateTime('UTC') COMMENT 'Quarter of an hour of reception; half-open [slot, slot + 15 min)',
	family LowCardinality(String) COMMENT 'failures, nontakeup, referrals',
	platform LowCardinality(String) COMMENT 'NON_PRECISE for a family that has none',
	failureKind LowCardinality(String),
	territory LowCardinality(String) COMMENT 'Département, or R + région for a referral',
	n UInt32 COMMENT 'Events, exact: retracted ones and copies left out',
	world LowCardinality(String) COMMENT 'demo or real'
)
ENGINE = ReplacingMergeTree
ORDER BY (family, platform, failureKind, territory, slot)
PARTITION BY toYYYYMM(slot)
TTL slot + INTERVAL 13 MONTH DELETE
SETTINGS
	non_replicated_deduplication_window = 1000,
	ttl_only_drop_parts = 1
COMMENT 'Exact counts by quarter of an hour; private'
