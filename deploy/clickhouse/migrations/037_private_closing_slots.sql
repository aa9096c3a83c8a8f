-- Scratch of the closing under way: the week's counts by quarter of an hour, of the buckets of ids seen so far. In memory, emptied at once.
CREATE TABLE IF NOT EXISTS private.closing_slots
(
	slot DateTime('UTC'),
	node LowCardinality(String),
	platform LowCardinality(String),
	code LowCardinality(String),
	n UInt64
)
ENGINE = Memory
COMMENT 'Counts by quarter of an hour of the week being closed; private, emptied at once'
