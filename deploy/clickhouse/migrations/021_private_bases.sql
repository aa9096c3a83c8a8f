-- Which cell key each base of releases was made with, by a fingerprint that only the key gives: another key under the same name is refused.
CREATE TABLE IF NOT EXISTS private.bases
(
	base String COMMENT 'Name of the base, printed in every manifest',
	fingerprint String COMMENT 'HMAC-SHA256 of the name under the cell key, in hexadecimal'
)
ENGINE = ReplacingMergeTree
ORDER BY base
COMMENT 'Bases of keys; private'
