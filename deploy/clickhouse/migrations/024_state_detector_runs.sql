-- One row a finished run of the detector: a run that is there is not done again. Nothing in it tells what was found.
CREATE TABLE IF NOT EXISTS state.detector_runs
(
	kind LowCardinality(String) COMMENT 'outage',
	slot DateTime('UTC') COMMENT 'Last quarter of an hour that was judged',
	series UInt32 COMMENT 'Series that a run of its kind follows',
	durationMs UInt32
)
ENGINE = ReplacingMergeTree
ORDER BY (kind, slot)
TTL slot + INTERVAL 13 MONTH DELETE
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Runs of the detector'
