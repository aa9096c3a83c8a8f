-- Who answered "est-ce réparé ?" in a week, by failure: frozen at its closing, for the tokens that tell people apart go with it. No token is in it.
CREATE TABLE IF NOT EXISTS private.repair_votes
(
	week UInt32 COMMENT 'ISO week of reception in Europe/Paris, as 202646',
	platform LowCardinality(String) COMMENT 'Here and in the two below: of the failure, as its report tells it; NON_PRECISE where it does not',
	step LowCardinality(String),
	failureKind LowCardinality(String),
	mended LowCardinality(String) COMMENT 'OUI, NON or PAS_REVU: the last answer of each device counts',
	reporters UInt32 COMMENT 'Distinct devices; here and below without the agents of the body that owns the platform',
	structures UInt32,
	organisations UInt32,
	departements UInt32,
	world LowCardinality(String) COMMENT 'demo or real'
)
ENGINE = ReplacingMergeTree
ORDER BY (platform, step, failureKind, mended, week)
PARTITION BY intDiv(week, 100)
TTL makeDate(intDiv(week, 100), 1, 1) + INTERVAL 7 YEAR DELETE
SETTINGS
	non_replicated_deduplication_window = 1000,
	ttl_only_drop_parts = 1
COMMENT 'Answers of the field about repairs, counted; private'
