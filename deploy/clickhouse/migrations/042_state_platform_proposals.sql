-- Projection of proposals.v1, written by the loader: platforms that the field misses, for curators to decide.
CREATE TABLE IF NOT EXISTS state.platform_proposals
(
	host String COMMENT 'Name of the host alone, in lower case, without www.',
	structure UInt64 COMMENT 'Stands for a structure, for this host alone, under a key that intake holds: it counts, and ties nothing together',
	week Date COMMENT 'Monday of the ISO week of reception in Europe/Paris',
	body LowCardinality(String) COMMENT 'The body that was named; empty when none was',
	offset UInt64 COMMENT 'On proposals.v1: of one structure and week the latest wins'
)
ENGINE = ReplacingMergeTree(offset)
ORDER BY (host, structure, week)
TTL week + INTERVAL 366 DAY
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Proposed platforms, kept a year'
