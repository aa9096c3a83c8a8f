-- Projection of registry.v1, written by the loader.
CREATE TABLE IF NOT EXISTS state.registry
(
	key String COMMENT 'type:id, the key on the topic',
	type LowCardinality(String),
	id String,
	body String COMMENT 'The record as JSON; empty when it was deleted',
	version UInt64 COMMENT 'Offset on registry.v1: the latest wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY key
COMMENT 'Structures, links, keys, settings'
