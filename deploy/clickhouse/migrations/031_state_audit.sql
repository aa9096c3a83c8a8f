-- Projection of audit.v1, written by the loader: who did what to what, for administrators to search.
CREATE TABLE IF NOT EXISTS state.audit
(
	at DateTime64(3, 'UTC'),
	id UUID,
	actor LowCardinality(String) COMMENT 'account, operator, job or anonymous',
	account String COMMENT 'Opaque id of the account; empty when it was none',
	action LowCardinality(String),
	target String COMMENT 'Identifier of what it was done to; empty when it has none',
	body LowCardinality(String) COMMENT 'The body that it belongs to; empty when to none',
	detail String COMMENT 'A code: a role, a reason; empty when none'
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (at, id)
TTL toDateTime(at) + INTERVAL 366 DAY
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Who did what, kept a year'
