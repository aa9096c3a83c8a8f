-- Scratch of forgetting: the events of a released week without their tokens, until they take the place of the week's partition. No
-- deduplication here: a closing that starts again must not have its second copy taken for the first.
CREATE TABLE IF NOT EXISTS private.forgotten_events AS private.events
ENGINE = ReplacingMergeTree(firstWins)
ORDER BY (id, revision)
PARTITION BY receivedWeek
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'One week''s events without tokens; private, emptied at once'
