-- Which cells kept a release from being published, by their codes, never their counts: what an operator reads after the alarm.
CREATE TABLE IF NOT EXISTS private.blocked_cells
(
	release LowCardinality(String) COMMENT '2026-W46, 2026-M11 or 2026-Q4',
	property LowCardinality(String) COMMENT 'P8 floors, P9 tiers, A5 differences between releases, A7 padding',
	node LowCardinality(String) COMMENT 'Node of the lattice',
	coordinates Array(LowCardinality(String)) COMMENT 'One code a dimension of the node, in its order',
	blockedAt DateTime('UTC') COMMENT 'When the candidate failed, last'
)
ENGINE = ReplacingMergeTree(blockedAt)
ORDER BY (release, property, node, coordinates)
COMMENT 'Cells that failed the release gate; private'
