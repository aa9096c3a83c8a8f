-- What the publisher's door last read of each signal and last said of it, so that a message read again says the same.
CREATE TABLE IF NOT EXISTS private.signal_states
(
	id UUID COMMENT 'Of the detector',
	version UInt32 COMMENT 'Of the detector: the last one judged',
	emitted Bool COMMENT 'True when judging that version published something',
	published String COMMENT 'The last published state, as JSON; empty when nothing ever left'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Signals at the door; private'
