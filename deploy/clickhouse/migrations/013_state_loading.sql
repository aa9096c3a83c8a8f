-- How far the demonstration's historic import is; the newest row counts.
CREATE TABLE IF NOT EXISTS state.loading
(
	done UInt16 COMMENT 'Weeks closed so far',
	total UInt16 COMMENT 'Weeks to load',
	updatedAt DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY updatedAt
TTL toDateTime(updatedAt) + INTERVAL 7 DAY DELETE
COMMENT 'Progress of the demonstration''s history'
