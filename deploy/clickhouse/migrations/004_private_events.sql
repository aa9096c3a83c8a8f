-- One row a received revision of an event. Copies (retries, replays) merge into the first received: earliest slot, then lowest
-- body hash. An event is GROUP BY id: its week, token and record key come from the row of the lowest slot, its content from
-- the highest revision; it is gone when that revision is retracted.
CREATE TABLE IF NOT EXISTS private.events
(
	id UUID COMMENT 'Made by the client (v4); the idempotency key from end to end',
	revision UInt16 COMMENT '0, 1, 2...; each carries the full state, the highest wins',
	retracted Bool COMMENT 'True when this revision withdraws the event',
	kind LowCardinality(String) COMMENT 'dysfunction.alerted, procedure.failed, nontakeup.signalled, referral.made',
	version LowCardinality(String) COMMENT 'Version of the kind, MAJOR-MINOR-PATCH',
	taxonomy LowCardinality(String) COMMENT 'Version of the lists that the codes come from',
	observedAt DateTime('UTC') COMMENT 'Hour at which the contributor saw it',
	receivedSlot DateTime('UTC') COMMENT 'Quarter of an hour of reception, set by intake',
	receivedWeek UInt32 COMMENT 'ISO week of reception in Europe/Paris, as 202646',
	channel LowCardinality(String) COMMENT 'How it came: a person''s device, a machine, a file',
	roleFamily LowCardinality(String) COMMENT 'From the device; never crossed with structureFamily and territory in anything published',
	structureFamily LowCardinality(String) COMMENT 'From the device',
	territory LowCardinality(String) COMMENT 'Département, or R + région for a referral',
	ownPlatform Bool COMMENT 'True when the sender''s body owns the platform: such an event satisfies no detection gate',
	reporterToken UInt64 DEFAULT 0 COMMENT 'HMAC of the device under the week''s key; cleared to 0 when the week is released',
	structureToken UInt64 DEFAULT 0 COMMENT 'HMAC of the structure under the week''s key; cleared to 0 when the week is released',
	organisationToken UInt64 DEFAULT 0 COMMENT 'HMAC of the organisation under the week''s key; cleared to 0 when the week is released',
	recordKey UInt64 DEFAULT 0 COMMENT 'r(e) of the cell-key method: HMAC(K_rec, "rk1" || id); as secret as the key itself',
	bodyHash UInt64 COMMENT 'First 64 bits of SHA-256 of the event''s canonical JSON',
	firstWins UInt64
		DEFAULT bitNot(bitOr(bitShiftLeft(toUInt64(intDiv(toUnixTimestamp(receivedSlot), 900)), 32), bitShiftRight(bodyHash, 32)))
		COMMENT 'Replacing version: greatest for the earliest slot, then for the lowest body hash',
	platform LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Here and below: a taxonomy code, NON_PRECISE when left out',
	step LowCardinality(String) DEFAULT 'NON_PRECISE',
	failureKind LowCardinality(String) DEFAULT 'NON_PRECISE',
	benefit LowCardinality(String) DEFAULT 'NON_PRECISE',
	consequence LowCardinality(String) DEFAULT 'NON_PRECISE',
	personsConcerned LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Bucket of persons, never a number',
	alternative LowCardinality(String) DEFAULT 'NON_PRECISE',
	timeSpent LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Bucket of minutes',
	outcome LowCardinality(String) DEFAULT 'NON_PRECISE',
	procedureChannel LowCardinality(String) DEFAULT 'NON_PRECISE',
	situation LowCardinality(String) DEFAULT 'NON_PRECISE',
	nonTakeUpDeclared LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Type of non-take-up as the contributor declared it',
	nonTakeUpType LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Type inferred from the reason, when it can be',
	nonTakeUpReason LowCardinality(String) DEFAULT 'NON_PRECISE',
	duration LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Bucket of months',
	discovery LowCardinality(String) DEFAULT 'NON_PRECISE',
	referralFrom LowCardinality(String) DEFAULT 'NON_PRECISE',
	referralTo LowCardinality(String) DEFAULT 'NON_PRECISE',
	loop LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Whether the person comes back to where they had been',
	hopBucket LowCardinality(String) DEFAULT 'NON_PRECISE' COMMENT 'Bucket of referrals so far, read on the paper slip',
	need LowCardinality(String) DEFAULT 'NON_PRECISE',
	referralReason LowCardinality(String) DEFAULT 'NON_PRECISE',
	referralOutcome LowCardinality(String) DEFAULT 'NON_PRECISE',
	referralResponse LowCardinality(String) DEFAULT 'NON_PRECISE',
	factors Array(LowCardinality(String)) COMMENT 'Aggravating factors',
	sourcePartition UInt16 COMMENT 'Where it was read on events.v1',
	sourceOffset UInt64
)
ENGINE = ReplacingMergeTree(firstWins)
ORDER BY (id, revision)
PARTITION BY receivedWeek
TTL receivedSlot + INTERVAL 25 MONTH DELETE
SETTINGS
	non_replicated_deduplication_window = 1000,
	ttl_only_drop_parts = 1
COMMENT 'Events as received; private'
