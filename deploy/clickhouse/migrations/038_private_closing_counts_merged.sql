-- Where the scratch of counts is added up when it has grown by many buckets of ids; empty but for that moment.
CREATE TABLE IF NOT EXISTS private.closing_counts_merged AS private.closing_counts
ENGINE = Memory
COMMENT 'Counts of the week being closed, added up; private, emptied at once'
