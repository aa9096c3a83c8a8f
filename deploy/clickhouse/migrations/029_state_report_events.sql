-- Projection of reports.v1, written by the loader: one row a step of a report's life.
CREATE TABLE IF NOT EXISTS state.report_events
(
	report String COMMENT 'Identifier of the report',
	version UInt32 COMMENT '1, 2, 3... of the report',
	at DateTime64(3, 'UTC'),
	actor LowCardinality(String) COMMENT 'reporter, field, body or administrator',
	actorBody LowCardinality(Nullable(String)) COMMENT 'The body that acted, if one did',
	type LowCardinality(String) COMMENT 'A state, or signal_attached, level_changed, delivery_recorded, right_of_reply',
	platform LowCardinality(String) COMMENT 'Here and in the two below: of the opening; empty for what follows',
	step LowCardinality(Nullable(String)),
	failureKind LowCardinality(Nullable(String)),
	territory LowCardinality(Nullable(String)) COMMENT 'Of the opening and of each signal attached',
	body LowCardinality(Nullable(String)) COMMENT 'Who must answer from here on: of the opening and of each reassignment',
	level LowCardinality(Nullable(String)) COMMENT 'Of the opening and of each change',
	onset Nullable(DateTime('UTC')) COMMENT 'Of the opening',
	effectiveFrom Nullable(DateTime('UTC')) COMMENT 'The hour since which the body says that it is mended',
	reason LowCardinality(Nullable(String)),
	content String COMMENT 'The event as JSON',
	offset UInt64 COMMENT 'On reports.v1'
)
ENGINE = ReplacingMergeTree
ORDER BY (report, version)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Lives of reports'
