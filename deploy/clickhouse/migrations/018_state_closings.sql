-- One row a closed week: its facts, series and structures are written. A week can be closed without being published: a real world collects.
CREATE TABLE IF NOT EXISTS state.closings
(
	week String COMMENT '2026-W46',
	closedAt DateTime('UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY week
COMMENT 'Closed weeks'
