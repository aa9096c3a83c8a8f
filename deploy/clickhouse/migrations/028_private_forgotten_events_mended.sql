-- The scratch of forgetting has the columns of private.events, in their order.
ALTER TABLE private.forgotten_events ADD COLUMN IF NOT EXISTS mended LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'OUI, NON or PAS_REVU, of a repair that a body says is made'
