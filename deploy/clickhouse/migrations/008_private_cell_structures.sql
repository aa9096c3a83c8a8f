-- How many events each structure has in each coarse cell, to count distinct structures over a month or a quarter. The token is
-- made under the quarter's key and tied to no event; the partition is dropped and the key destroyed at the quarter's close.
CREATE TABLE IF NOT EXISTS private.cell_structures
(
	quarter LowCardinality(String) COMMENT '2026-Q4',
	week UInt32 COMMENT 'ISO week, as 202646',
	cell UInt64 COMMENT 'Hash of a month or quarter node and its coordinates, the same for every edition of the lists',
	structureToken UInt64 COMMENT 'HMAC of the structure under the quarter''s key',
	n UInt32 COMMENT 'Events of this structure in this cell and week'
)
ENGINE = ReplacingMergeTree
ORDER BY (cell, structureToken, week)
PARTITION BY quarter
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Events by coarse cell and structure; private, dropped with the quarter'
