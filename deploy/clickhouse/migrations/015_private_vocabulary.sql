-- Where each value of a source column stands in its dimension, so that a closing counts integers, not texts. Written by the publisher when
-- an edition (taxonomy and lattice) is met first.
CREATE TABLE IF NOT EXISTS private.vocabulary
(
	edition String COMMENT 'First 16 hexadecimal digits of the SHA-256 of the lists',
	dimension LowCardinality(String) COMMENT 'Dimension of the lattice',
	value String COMMENT 'Value of the event''s column it comes from: a code, or a territory for departement and region',
	position UInt16 COMMENT 'Position of its code in the dimension; 0 is NON_PRECISE'
)
ENGINE = ReplacingMergeTree
ORDER BY (edition, dimension, value)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Positions of codes; private'
