-- The answer about a repair: is it mended? Only events of the kind repair.confirmed have one.
ALTER TABLE private.events ADD COLUMN IF NOT EXISTS mended LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'OUI, NON or PAS_REVU, of a repair that a body says is made'
