-- The cells of closed releases, of constant shape: every coordinate of the node is there, hidden ones flagged. Perturbed,
-- immutable. A release exists when its row in published.manifest does.
CREATE TABLE IF NOT EXISTS published.cells
(
	release LowCardinality(String) COMMENT '2026-W46, 2026-M11 or 2026-Q4',
	node LowCardinality(String) COMMENT 'Node of the lattice: the table',
	coordinates Array(LowCardinality(String)) COMMENT 'One code a dimension of the node, in its order',
	y Nullable(UInt32) COMMENT 'Perturbed count; NULL where no tier shows it',
	openFlag Enum8('shown' = 1, 'protected' = 2, 'impossible' = 3) COMMENT 'For open data',
	signedFlag Enum8('shown' = 1, 'protected' = 2, 'impossible' = 3) COMMENT 'For those who signed the terms of use'
)
ENGINE = ReplacingMergeTree
ORDER BY (node, release, coordinates)
PARTITION BY (substring(release, 6, 1), substring(release, 1, 4))
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'Cells of closed releases'
