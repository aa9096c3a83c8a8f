-- What the release gate found on the candidate, as JSON: published with the release. Empty for releases made before the gate.
ALTER TABLE published.manifest ADD COLUMN IF NOT EXISTS gate String DEFAULT '' COMMENT 'JSON: for each property of the gate, cells that failed'
