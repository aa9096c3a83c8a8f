-- What leaves of a signal, one row a published state: level, since when, how long, a band of structures. Never a count.
CREATE TABLE IF NOT EXISTS published.signals
(
	id String COMMENT 'Published identifier: keyed from the private one, which nobody can find from it',
	version UInt32 COMMENT '1, 2, 3... of what was published; the highest is the present state',
	world LowCardinality(String) COMMENT 'demo or real',
	transition Enum8('opened' = 1, 'changed' = 2, 'closed' = 3),
	family LowCardinality(String) COMMENT 'outage, burst, drift or verdict',
	level Enum8('usual' = 1, 'watch' = 2, 'signal' = 3, 'strong' = 4),
	verdict LowCardinality(Nullable(String)) COMMENT 'recovered, regressed or in-observation; only for a verdict',
	platform LowCardinality(String) COMMENT 'Here and in the three below: the nearest series that may be shown',
	step LowCardinality(Nullable(String)),
	kind LowCardinality(Nullable(String)),
	territory LowCardinality(String) COMMENT 'FR, or R + région',
	onset DateTime('UTC') COMMENT 'Quarter of an hour since when; for a closed week''s signal, the start of a week',
	asOf DateTime('UTC') COMMENT 'Quarter of an hour of the run that says so',
	durationMinutes UInt32 COMMENT 'From onset to asOf, a multiple of 15',
	band LowCardinality(Nullable(String)) COMMENT 'Band of distinct structures; NULL once closed',
	sentenceKey LowCardinality(String),
	sentenceParameters Map(LowCardinality(String), LowCardinality(String)) COMMENT 'Codes of the coordinates, nothing else',
	modelName LowCardinality(String),
	modelVersion LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (id, version)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Signals as everyone may read them'
