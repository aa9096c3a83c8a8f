-- Where the scratch of counts by quarter of an hour is added up when it has grown; empty but for that moment.
CREATE TABLE IF NOT EXISTS private.closing_slots_merged AS private.closing_slots
ENGINE = Memory
COMMENT 'Counts by quarter of an hour of the week being closed, added up; private, emptied at once'
