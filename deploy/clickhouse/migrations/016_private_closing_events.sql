-- Scratch of the closing under way: the events of one week, each once, with the positions and hashes of their codes. Emptied before and
-- after; in memory, so that the tokens in it are never on a disk.
CREATE TABLE IF NOT EXISTS private.closing_events
(
	slot DateTime('UTC') COMMENT 'Lowest slot of the event',
	family LowCardinality(String) COMMENT 'failures, nontakeup, referrals',
	positions Array(UInt16) COMMENT 'Position of the code of each dimension, in the order of the publisher''s vocabulary',
	hashes Array(UInt64) COMMENT 'Hash of the code of each dimension, in the same order',
	platform LowCardinality(String),
	failureKind LowCardinality(String),
	step LowCardinality(String),
	region LowCardinality(String),
	ownPlatform Bool,
	reporterToken UInt64,
	structureToken UInt64,
	organisationToken UInt64,
	recordKey UInt64
)
ENGINE = Memory
COMMENT 'Events of the week being closed; private, emptied at once'
