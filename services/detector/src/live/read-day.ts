import type { Querier } from '@vigie/kit/clickhouse';
import { addWeeks, weekNumber, weekOf } from '@vigie/schemas/calendar';
import { z } from 'zod';
import { SLOT_MS } from '../statistics/outage/local-time.js';
import { regionOfDepartement } from './places.js';

/** Report is one declaration of the last hours: who sent it is a token of the week. */
export interface Report {
	readonly atMs: number;
	readonly platform: string;
	/** What fails, as far as it was said. */
	readonly failureKind: string;
	readonly departement: string;
	readonly region: string | null;
	readonly reporter: string;
	readonly structure: string;
	readonly organisation: string;
	/** The sender's body owns the platform: it counts as no witness. */
	readonly isOwn: boolean;
}

/** ReadDay gives the declarations received from 34 hours before the end of a quarter of an hour up to that end. */
export type ReadDay = (slot: string) => Promise<readonly Report[]>;

const HOUR_MS = 60 * 60_000;

// A day of 24 hours from 04:00 in any zone, and the six hours before it in which a repeated report began.
const LOOK_BACK_MS = 34 * HOUR_MS;

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** dayReader reads the open weeks of `private.events`, each event once: first reception, last revision. */
export const dayReader = (query: Querier): ReadDay => {
	const read = query({
		sql: `
			SELECT
				toUnixTimestamp(min(receivedSlot)) AS at,
				argMax(platform, (revision, firstWins)) AS platform,
				argMax(failureKind, (revision, firstWins)) AS failureKind,
				argMax(territory, (revision, firstWins)) AS territory,
				argMax(ownPlatform, (revision, firstWins)) AS isOwn,
				argMax(reporterToken, firstWins) AS reporter,
				argMax(structureToken, firstWins) AS structure,
				argMax(organisationToken, firstWins) AS organisation
			FROM private.events
			WHERE receivedWeek IN {weeks: Array(UInt32)}
				AND kind IN ('dysfunction.alerted', 'procedure.failed')
				AND id IN
				(
					SELECT id
					FROM private.events
					WHERE receivedWeek IN {weeks: Array(UInt32)}
						AND receivedSlot >= {from: DateTime('UTC')}
						AND receivedSlot < {until: DateTime('UTC')}
				)
				AND receivedSlot < {until: DateTime('UTC')}
			GROUP BY id
			HAVING at >= toUnixTimestamp({from: DateTime('UTC')}) AND NOT argMax(retracted, (revision, firstWins))
			ORDER BY at, id`,
		params: z.object({ weeks: z.array(z.int()), from: z.int(), until: z.int() }),
		row: z.object({
			at: z.int(),
			platform: z.string(),
			failureKind: z.string(),
			territory: z.string(),
			isOwn: z.boolean(),
			reporter: z.string(),
			structure: z.string(),
			organisation: z.string(),
		}),
	});
	return async (slot) => {
		const untilMs = Date.parse(slot) + SLOT_MS;
		const week = weekOf(new Date(slot));
		const rows = await read({
			weeks: [weekNumber(addWeeks(week, -1)), weekNumber(week)],
			from: seconds(untilMs - LOOK_BACK_MS),
			until: seconds(untilMs),
		});
		return rows.map(({ at, territory, ...row }) => ({
			...row,
			atMs: at * 1_000,
			departement: territory,
			region: regionOfDepartement(territory),
		}));
	};
};
