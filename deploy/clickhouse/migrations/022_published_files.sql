-- The tables of closed releases as files, built at the closing: a table is answered by reading one row, however many events it counts.
CREATE TABLE IF NOT EXISTS published.files
(
	release LowCardinality(String) COMMENT '2026-W46, 2026-M11 or 2026-Q4',
	node LowCardinality(String) COMMENT 'Node of the lattice: the table',
	format LowCardinality(String) COMMENT 'json, csv or parquet; all for open data',
	bytes UInt32 COMMENT 'Of the file',
	sha256 String COMMENT 'Of the file, in hexadecimal',
	body String COMMENT 'The file, in base64' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (release, node, format)
PARTITION BY (substring(release, 6, 1), substring(release, 1, 4))
SETTINGS
	non_replicated_deduplication_window = 1000,
	index_granularity = 1
COMMENT 'Files of closed releases'
