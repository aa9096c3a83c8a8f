-- Whether this store is a demonstration or real: written once by the deploy step, which refuses to mix them.
CREATE TABLE IF NOT EXISTS state.world
(
	world Enum8('demo' = 1, 'real' = 2),
	since DateTime('UTC')
)
ENGINE = MergeTree
ORDER BY since
COMMENT 'The world of this stack'
