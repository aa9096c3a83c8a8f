import type { ClickHouseClient } from '@clickhouse/client';
import { addWeeks, revisionLimit, weekNumber } from '@vigie/schemas/calendar';
import type { Family } from '@vigie/schemas/lattice';
import { z } from 'zod';
import { edition, vocabulary } from '../vocabulary/edition.js';
import type { IdBucket } from './id-buckets.js';

/**
 * Which events of a range of ids count in a week, each once: those whose lowest slot is in it. Copies in a later week count where they first
 * arrived, so the weeks before are searched for this week's ids (a set of
 * theirs would be five times as large). Content comes from the highest revision received before the week's limit, in the next week if
 * need be (the event is gone when that one is retracted); tokens come from the first row received; events sent once, nearly all, skip
 * the grouping. Answers about a repair are no failures: they are in no release. Without the index for sets: they hold a good part of the
 * bucket's ids, and sorting a million of them to skip nothing takes longer than all the rest.
 */
const STAGE = `
INSERT INTO private.closing_events
WITH
	(
		SELECT mapFromArrays(groupArray(dimension), groupArray((entries.1, entries.2, entries.3)))
		FROM
		(
			SELECT
				toString(dimension) AS dimension,
				groupArray((value, position, code)) AS entries
			FROM private.vocabulary FINAL
			WHERE edition = {edition: String}
			GROUP BY dimension
		)
	) AS words,
	repeated AS
	(
		SELECT id
		FROM private.events
		WHERE receivedWeek = {week: UInt32} AND id BETWEEN {first: UUID} AND {last: UUID}
		GROUP BY id
		HAVING count() > 1
		UNION ALL
		SELECT id
		FROM private.events
		WHERE receivedWeek = {nextWeek: UInt32}
			AND receivedSlot < {limit: DateTime('UTC')}
			AND revision > 0
			AND id BETWEEN {first: UUID} AND {last: UUID}
	)
SELECT
	slot,
	multiIf(kind = 'referral.made', 'referrals', kind = 'nontakeup.signalled', 'nontakeup', 'failures') AS family,
	[
		transform(platform, words['platform'].1, words['platform'].2, 65535),
		transform(failureKind, words['failureKind'].1, words['failureKind'].2, 65535),
		transform(failureKind, words['failureGroup'].1, words['failureGroup'].2, 65535),
		transform(step, words['step'].1, words['step'].2, 65535),
		transform(benefit, words['benefit'].1, words['benefit'].2, 65535),
		transform(consequence, words['consequence'].1, words['consequence'].2, 65535),
		transform(territory, words['region'].1, words['region'].2, 65535),
		transform(territory, words['departement'].1, words['departement'].2, 65535),
		transform(roleFamily, words['roleFamily'].1, words['roleFamily'].2, 65535),
		transform(nonTakeUpType, words['nonTakeUpType'].1, words['nonTakeUpType'].2, 65535),
		transform(referralFrom, words['referralFrom'].1, words['referralFrom'].2, 65535),
		transform(referralTo, words['referralTo'].1, words['referralTo'].2, 65535),
		transform(loop, words['loop'].1, words['loop'].2, 65535)
	] AS positions,
	platform,
	failureKind,
	step,
	transform(territory, words['region'].1, words['region'].3, '') AS region,
	ownPlatform,
	reporterToken,
	structureToken,
	organisationToken,
	recordKey
FROM
(
	SELECT
		id, receivedSlot AS slot, retracted, kind, territory, roleFamily, platform, failureKind, step, benefit, consequence,
		nonTakeUpType, referralFrom, referralTo, loop, ownPlatform, reporterToken, structureToken, organisationToken, recordKey
	FROM private.events
	WHERE receivedWeek = {week: UInt32} AND id BETWEEN {first: UUID} AND {last: UUID} AND id NOT IN (repeated)
	UNION ALL
	SELECT
		id,
		min(receivedSlot) AS slot,
		argMax(retracted, (revision, firstWins)),
		argMax(kind, (revision, firstWins)),
		argMax(territory, (revision, firstWins)),
		argMax(roleFamily, firstWins),
		argMax(platform, (revision, firstWins)),
		argMax(failureKind, (revision, firstWins)),
		argMax(step, (revision, firstWins)),
		argMax(benefit, (revision, firstWins)),
		argMax(consequence, (revision, firstWins)),
		argMax(nonTakeUpType, (revision, firstWins)),
		argMax(referralFrom, (revision, firstWins)),
		argMax(referralTo, (revision, firstWins)),
		argMax(loop, (revision, firstWins)),
		argMax(ownPlatform, (revision, firstWins)),
		argMax(reporterToken, firstWins),
		argMax(structureToken, firstWins),
		argMax(organisationToken, firstWins),
		argMax(recordKey, firstWins)
	FROM private.events
	WHERE id BETWEEN {first: UUID} AND {last: UUID}
		AND id IN (repeated)
		AND (
			receivedWeek = {week: UInt32}
			OR (receivedWeek = {nextWeek: UInt32} AND receivedSlot < {limit: DateTime('UTC')})
		)
	GROUP BY id
	HAVING min(receivedWeek) = {week: UInt32}
)
WHERE NOT retracted AND kind != 'repair.confirmed'
	AND id NOT IN
	(
		SELECT id
		FROM private.events
		WHERE receivedWeek IN {weeksBefore: Array(UInt32)}
			AND id BETWEEN {first: UUID} AND {last: UUID}
			AND id IN
			(
				SELECT id
				FROM private.events
				WHERE receivedWeek = {week: UInt32} AND id BETWEEN {first: UUID} AND {last: UUID}
			)
	)
	AND NOT throwIf(has(positions, 65535), 'an event holds a code that this taxonomy does not know')
SETTINGS use_index_for_in_with_subqueries = 0`;

// How far back a copy can have arrived first: an event is at most 35 days old when it is received.
const WEEKS_BEFORE = 6;

/** saveVocabulary writes this edition of the vocabulary, once; again changes nothing. */
export const saveVocabulary = async (client: ClickHouseClient): Promise<void> => {
	await client.insert({
		table: 'private.vocabulary',
		values: vocabulary.map((row) => ({ edition, ...row })),
		format: 'JSONEachRow',
	});
};

/** clearStage empties the scratch of events: before each bucket of ids, and after the last, for the tokens in it. */
export const clearStage = async (client: ClickHouseClient): Promise<void> => {
	await client.command({ query: 'TRUNCATE TABLE private.closing_events' });
};

/**
 * stageEvents lays the events of a bucket of ids that count in a week into the scratch. Errors: the engine's code 395 when one holds a code that
 * this taxonomy does not know (a newer intake, an older publisher): nothing is staged then.
 */
export const stageEvents = async (
	client: ClickHouseClient,
	week: string,
	bucket: IdBucket,
): Promise<void> => {
	const weeksBefore = Array.from({ length: WEEKS_BEFORE }, (_, index) =>
		weekNumber(addWeeks(week, -1 - index)),
	);
	await client.command({
		query: STAGE,
		query_params: {
			edition,
			week: weekNumber(week),
			weeksBefore,
			nextWeek: weekNumber(addWeeks(week, 1)),
			limit: Math.floor(revisionLimit(week).getTime() / 1000),
			...bucket,
		},
	});
};

const FamilyName = z.enum(['failures', 'nontakeup', 'referrals']) satisfies z.ZodType<Family>;
const Staged = z.array(z.object({ family: FamilyName, events: z.string(), lost: z.string() }));

/** Stage is what the scratch holds of a family: how many events, and how many of them without a structure token. */
export interface Stage {
	readonly family: Family;
	readonly events: number;
	/** Cleared too early, whatever the cause. */
	readonly lost: number;
}

/** readStage counts the scratch, family by family. */
export const readStage = async (client: ClickHouseClient): Promise<readonly Stage[]> => {
	const result = await client.query({
		query: `
			SELECT family, count() AS events, countIf(structureToken = 0) AS lost
			FROM private.closing_events
			GROUP BY family
		`,
		format: 'JSONEachRow',
	});
	return Staged.parse(await result.json()).map(({ family, events, lost }) => ({
		family,
		events: Number(events),
		lost: Number(lost),
	}));
};
