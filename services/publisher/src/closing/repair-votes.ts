import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber } from '@vigie/schemas/calendar';

/** Each device's last answer about a failure; whoever works for the body that says it has mended it is left out. */
const COUNT = `
INSERT INTO private.repair_votes
	(week, platform, step, failureKind, mended, reporters, structures, organisations, departements, world)
SELECT
	{week: UInt32},
	platform,
	step,
	failureKind,
	mended,
	count(),
	uniqExact(structure),
	uniqExact(organisation),
	uniqExact(departement),
	{world: String}
FROM
(
	SELECT
		reporter,
		platform,
		step,
		failureKind,
		argMax(answer, (slot, id)) AS mended,
		any(structure) AS structure,
		any(organisation) AS organisation,
		any(departement) AS departement
	FROM
	(
		SELECT
			id,
			min(receivedSlot) AS slot,
			argMax(retracted, (revision, firstWins)) AS isGone,
			argMax(ownPlatform, (revision, firstWins)) AS isOwn,
			argMax(platform, (revision, firstWins)) AS platform,
			argMax(step, (revision, firstWins)) AS step,
			argMax(failureKind, (revision, firstWins)) AS failureKind,
			argMax(mended, (revision, firstWins)) AS answer,
			argMax(territory, firstWins) AS departement,
			argMax(reporterToken, firstWins) AS reporter,
			argMax(structureToken, firstWins) AS structure,
			argMax(organisationToken, firstWins) AS organisation
		FROM private.events
		WHERE receivedWeek = {week: UInt32} AND kind = 'repair.confirmed'
		GROUP BY id
	)
	WHERE NOT isGone AND NOT isOwn
	GROUP BY reporter, platform, step, failureKind
)
GROUP BY platform, step, failureKind, mended`;

/** saveRepairVotes writes who answered "est-ce réparé ?" in a week: distinct people cannot be counted again once its tokens are cleared. */
export const saveRepairVotes = async (
	client: ClickHouseClient,
	week: string,
	world: string,
): Promise<void> => {
	await client.command({ query: COUNT, query_params: { week: weekNumber(week), world } });
};
