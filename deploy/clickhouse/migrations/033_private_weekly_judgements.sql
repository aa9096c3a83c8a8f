-- What the weekly run made of each series and week: expected, bounds, tails, adjusted values, evidence; and what it left to the next week, so that
-- any week can be judged again and every past alarm explained.
CREATE TABLE IF NOT EXISTS private.weekly_judgements
(
	week UInt32 COMMENT 'ISO week, as 202646',
	series LowCardinality(String) COMMENT 'Territory and platform, with its kind or step: FR/ANTS/kind/PANNE',
	y UInt32 COMMENT 'Events, those of one structure that floods left out',
	mu Float64 COMMENT 'Expected',
	phi Float64 COMMENT 'Variance over mean, of the model',
	spread Float64 COMMENT 'The same, with what is not known of mu: what tails use',
	lo UInt32 COMMENT '10 % quantile',
	hi UInt32 COMMENT '90 % quantile',
	bound UInt32 COMMENT 'Above it, the week is unusual by itself (1 %)',
	p Float64 COMMENT 'P(Y >= y)',
	midp Float64,
	q Nullable(Float64) COMMENT 'Adjusted value in its run; NULL when it was not tested',
	q4 Nullable(Float64) COMMENT 'The same, of the last four weeks together',
	esr Float64 COMMENT 'Evidence for a lasting rise',
	busy Float64 COMMENT 'How much busier the week was on all other platforms',
	model LowCardinality(String) COMMENT 'What expected it',
	version LowCardinality(String) COMMENT 'Of the program of the run',
	reference Nullable(Float64) COMMENT 'mid-p under the reference mode (Farrington), once there are three years',
	left String COMMENT 'What the next week begins with, as JSON'
)
ENGINE = ReplacingMergeTree
ORDER BY (series, week)
PARTITION BY intDiv(week, 100)
TTL makeDate(intDiv(week, 100), 1, 1) + INTERVAL 7 YEAR DELETE
SETTINGS
	non_replicated_deduplication_window = 0,
	ttl_only_drop_parts = 1
COMMENT 'Series by week as judged; private'
