-- Exact weekly counts per series, and how many took part: the detectors' history. The distinct counts cannot be had again once
-- the week's tokens are cleared. No token is in it.
CREATE TABLE IF NOT EXISTS private.series_week
(
	week UInt32 COMMENT 'ISO week of reception in Europe/Paris, as 202646',
	node LowCardinality(String) COMMENT 'Which dimensions the coordinates are, as total, departement, platform-kind',
	coordinates Array(LowCardinality(String)) COMMENT 'One code a dimension of the node, in its order',
	n UInt32 COMMENT 'Events, exact: retracted ones and copies left out',
	reporters UInt32 COMMENT 'Distinct devices: the exposure of the weekly model',
	structures UInt32 COMMENT 'Distinct structures',
	organisations UInt32 COMMENT 'Distinct organisations, without the agents of the body that owns the platform',
	world LowCardinality(String) COMMENT 'demo or real'
)
ENGINE = ReplacingMergeTree
ORDER BY (node, coordinates, week)
PARTITION BY intDiv(week, 100)
TTL makeDate(intDiv(week, 100), 1, 1) + INTERVAL 7 YEAR DELETE
SETTINGS
	non_replicated_deduplication_window = 1000,
	ttl_only_drop_parts = 1
COMMENT 'Exact weekly counts; private'
