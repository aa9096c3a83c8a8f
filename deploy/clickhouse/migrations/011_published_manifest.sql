-- One row a release, written last: its presence is the release.
CREATE TABLE IF NOT EXISTS published.manifest
(
	release LowCardinality(String) COMMENT '2026-W46, 2026-M11 or 2026-Q4',
	level Enum8('week' = 1, 'month' = 2, 'quarter' = 3),
	world LowCardinality(String) COMMENT 'demo or real',
	`start` DateTime('UTC') COMMENT 'Start of the window, included: a Monday 00:00 in Paris',
	`end` DateTime('UTC') COMMENT 'End of the window, excluded',
	hash String COMMENT 'SHA-256 of the cells, in order',
	taxonomy LowCardinality(String) COMMENT 'Version of the lists',
	lattice LowCardinality(String) COMMENT 'Version of the lattice',
	mechanism String COMMENT 'JSON: the public parameters of the mechanism',
	tables Array(String) COMMENT 'Nodes of this release',
	publishedAt DateTime('UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY release
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Closed releases'
