/**
 * GROUP_BY_ID is the plain way to the same events: one GROUP BY id over the rows that a closing has to look at, its week's and those of the
 * five weeks before, where a copy may have arrived first. Content from the highest revision, tokens from the first row.
 */
export const GROUP_BY_ID = `
SELECT
	id,
	min(receivedSlot),
	argMax(
		(
			retracted, kind, platform, failureKind, step, benefit, consequence,
			nonTakeUpType, referralFrom, referralTo, loop
		),
		(revision, firstWins)
	),
	argMax((territory, roleFamily, structureToken, recordKey), firstWins)
FROM private.events
WHERE receivedWeek IN {weeks: Array(UInt32)}
GROUP BY id
FORMAT Null`;
