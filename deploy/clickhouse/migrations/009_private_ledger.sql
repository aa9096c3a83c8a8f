-- What the loader did with each range of offsets: every offset is stored or is a dead letter, and this says so.
CREATE TABLE IF NOT EXISTS private.ledger
(
	topic LowCardinality(String) COMMENT 'Topic, with its prefix',
	partition UInt16,
	firstOffset UInt64 COMMENT 'First offset of the range, included',
	lastOffset UInt64 COMMENT 'Last offset of the range, included',
	rows UInt32 COMMENT 'Messages inserted into private.events',
	dead UInt32 COMMENT 'Messages sent to the dead letters',
	hour DateTime('UTC') COMMENT 'Hour at which the range was done'
)
ENGINE = ReplacingMergeTree
ORDER BY (topic, partition, firstOffset, lastOffset)
PARTITION BY toYYYYMM(hour)
TTL hour + INTERVAL 13 MONTH DELETE
SETTINGS
	non_replicated_deduplication_window = 1000,
	ttl_only_drop_parts = 1
COMMENT 'Ranges of offsets loaded; private'
