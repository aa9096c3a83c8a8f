-- Scratch of the closing under way: what a structure's token of the week becomes under the quarter's key. In memory, emptied at once.
CREATE TABLE IF NOT EXISTS private.closing_tokens
(
	weekToken UInt64,
	quarterToken UInt64
)
ENGINE = Memory
COMMENT 'Tokens of the week being closed; private, emptied at once'
