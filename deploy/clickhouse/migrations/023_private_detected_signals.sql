-- What the detector said, one row a version of a signal, with what its model read: each can be computed again and explained. The
-- detector's only memory: what stands now is the last row of each series.
CREATE TABLE IF NOT EXISTS private.detected_signals
(
	series LowCardinality(String) COMMENT 'Family, territory and platform: outage/FR/ANTS',
	id UUID COMMENT 'Of the signal: a series has several over time',
	version UInt32 COMMENT '1, 2, 3...: each holds the whole state, the highest wins',
	asOf DateTime('UTC') COMMENT 'Quarter of an hour of the run that says so',
	signal String COMMENT 'The message on signals.private, as JSON',
	inputs String COMMENT 'What the model read, as JSON; its SHA-256 is in the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (series, asOf, version, id)
TTL asOf + INTERVAL 25 MONTH DELETE
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Signals as detected; private'
