-- Which code of a dimension each value of an event's column stands for, and where it stands in the dimension, so that a closing counts
-- integers, not texts. Written by the publisher when an edition (taxonomy and lattice) is met first.
CREATE TABLE IF NOT EXISTS private.vocabulary
(
	edition String COMMENT 'First 16 hexadecimal digits of the SHA-256 of the lists',
	dimension LowCardinality(String) COMMENT 'Dimension of the lattice',
	value String COMMENT 'Value of the event''s column: a code, or a territory for departement and region',
	code String COMMENT 'Code of the dimension',
	position UInt16 COMMENT 'Position of that code in the dimension'
)
ENGINE = ReplacingMergeTree
ORDER BY (edition, dimension, value)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Positions of codes; private'
