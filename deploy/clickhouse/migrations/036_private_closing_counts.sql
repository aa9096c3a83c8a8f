-- Scratch of the closing under way: what each device sent into each cell. Events come a bucket of ids at a time, so that this, and not the
-- week's events, is what a closing holds. In memory, emptied at once.
CREATE TABLE IF NOT EXISTS private.closing_counts
(
	cell UInt32 COMMENT 'Number of the cell in the publisher''s cube',
	reporterToken UInt64,
	structureToken UInt64,
	organisationToken UInt64,
	n UInt64 COMMENT 'Events',
	recordKeys UInt64 COMMENT 'Sum of their record keys, modulo 2^64',
	others UInt64 COMMENT 'Events that no agent of the platform''s own body sent',
	firstDepartement UInt16 COMMENT 'Lowest position of a département among these; 65535 when there are none',
	lastDepartement UInt16 COMMENT 'The highest; 0 when there are none'
)
ENGINE = Memory
COMMENT 'Counts of the week being closed; private, emptied at once'
