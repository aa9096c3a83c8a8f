-- What the weekly gate needs beside the counts: a signal of the country that comes from one département, or from one structure, is none.
-- Structures count without the agents of the body that owns the platform from here on, as organisations always did.
ALTER TABLE private.series_week
	MODIFY COLUMN structures UInt32 COMMENT 'Distinct structures, without the agents of the body that owns the platform',
	ADD COLUMN IF NOT EXISTS departements UInt8 DEFAULT 0 COMMENT '1 or 2: one, or several; without those agents; 0 when the week was closed before this was counted',
	ADD COLUMN IF NOT EXISTS top UInt32 DEFAULT 0 COMMENT 'Events of the structure that has most, for the nodes that are not in private.cell_facts; 0 for the others'
