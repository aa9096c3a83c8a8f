-- Codes are hashed once a cell, where the cells of a quarter are counted, and no more once an event.
ALTER TABLE private.closing_events DROP COLUMN IF EXISTS hashes
