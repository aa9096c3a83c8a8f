-- What a release was computed from, frozen at closing: a release is rebuilt from here byte for byte when events and keys are
-- gone, and months and quarters sum the facts of their weeks (n, kappa).
CREATE TABLE IF NOT EXISTS private.cell_facts
(
	release LowCardinality(String) COMMENT '2026-W46, 2026-M11 or 2026-Q4',
	node LowCardinality(String) COMMENT 'Node of the lattice; weekly facts are kept for every node of every level',
	coordinates Array(LowCardinality(String)) COMMENT 'One code a dimension of the node, in its order; cells without events have no row',
	n UInt32 COMMENT 'Events, exact',
	kappa UInt64 COMMENT 'Sum of the record keys modulo 2^64 (sumWithOverflow): additive along any path',
	structures UInt32 COMMENT 'Distinct structures',
	top UInt32 COMMENT 'Events of the structure that has most',
	withheld Enum8('none' = 0, 'open' = 1, 'both' = 2) COMMENT 'From which tiers the residual rule keeps the cell, decided while structures could be told apart',
	world LowCardinality(String) COMMENT 'demo or real'
)
ENGINE = ReplacingMergeTree
ORDER BY (node, release, coordinates)
PARTITION BY (substring(release, 6, 1), substring(release, 1, 4))
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'Exact facts of each cell of each release; private'
