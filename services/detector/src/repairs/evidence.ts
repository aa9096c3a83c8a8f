import type { Querier } from '@vigie/kit/clickhouse';
import { addWeeks, weekBounds, weekNumber } from '@vigie/schemas/calendar';
import { FRANCE } from '@vigie/schemas/signal';
import { codesOf, NON_PRECISE } from '@vigie/schemas/taxonomy';
import { z } from 'zod';
import { regionOfDepartement } from '../live/places.js';
import type { VotesOfWeek } from '../statistics/field-votes.js';
import type { Witnesses } from '../statistics/gate.js';
import { weekOfNumber } from '../weekly/read-weeks.js';
import { type PastWeek, SeriesState } from '../weekly/series-state.js';
import { type Claim, coordinatesOf } from './claim.js';

/** Evidence is what was judged of a failure's weeks, before and since its repair, and what the field answered. */
export interface Evidence {
	/** By week, what was counted and expected of its series, one a territory. */
	readonly weeks: ReadonlyMap<string, readonly PastWeek[]>;
	/** By week of reception, declarations that tell of a day before the repair: the old failure, told late. */
	readonly late: ReadonlyMap<string, number>;
	readonly votes: ReadonlyMap<string, VotesOfWeek>;
}

/** EvidenceReader reads what a verdict rests on. */
export interface EvidenceReader {
	/** lastWeek gives the last week that was judged; null before the first. */
	lastWeek(): Promise<string | null>;
	/** read gives the evidence about a claim up to a week. */
	read(claim: Claim, until: string): Promise<Evidence>;
}

/** NOBODY is who answered where nobody did. */
export const NOBODY: Witnesses = { reporters: 0, structures: 0, organisations: 0, departements: 0 };

/** The longest part of an incident that is looked at: half a year. */
const INCIDENT_WEEKS = 26;

/** incidentFrom gives the first week of a claim's incident that is looked at. */
export const incidentFrom = ({ incidentFrom: from, effectWeek }: Claim): string => {
	const oldest = addWeeks(effectWeek, -INCIDENT_WEEKS);
	return from > oldest ? from : oldest;
};

/** A repair is held against whole weeks: the first one counts that begins after it takes effect. */
export const countsFrom = ({ effectWeek }: Claim): Date => weekBounds(effectWeek).end;

const seriesOf = (claim: Claim): string[] =>
	coordinatesOf(claim).map(({ territory, platform, step, kind }) =>
		[
			territory,
			platform,
			...(kind === null ? [] : ['kind', kind]),
			...(step === null ? [] : ['step', step]),
		].join('/'),
	);

/** Empty for the whole country. */
const departementsOf = ({ territories }: Claim): string[] =>
	territories.includes(FRANCE)
		? []
		: codesOf('departements').filter((code) => territories.includes(`R${regionOfDepartement(code)}`));

const Count = z.int().min(0);
const Answer = z.enum(['OUI', 'NON']);

/** evidenceReader reads `private.weekly_judgements`, `private.events` (which no longer tell who sent them) and `private.repair_votes`. */
export const evidenceReader = (query: Querier): EvidenceReader => {
	const readLast = query({
		sql: 'SELECT max(week) AS week FROM private.weekly_judgements',
		params: z.object({}),
		row: z.object({ week: z.int() }),
	});
	const readWeeks = query({
		sql: `
			SELECT week, left
			FROM private.weekly_judgements FINAL
			WHERE series IN {series: Array(String)} AND week BETWEEN {from: UInt32} AND {until: UInt32}
			ORDER BY week, series`,
		params: z.object({ series: z.array(z.string()), from: z.int(), until: z.int() }),
		row: z.object({ week: z.int(), left: z.string() }),
	});
	const readLate = query({
		sql: `
			SELECT week, count() AS n
			FROM
			(
				SELECT
					min(receivedWeek) AS week,
					argMax((retracted, observedAt, step, failureKind), (revision, firstWins)) AS last,
					argMax(territory, firstWins) AS departement
				FROM private.events
				WHERE receivedWeek BETWEEN {from: UInt32} AND {until: UInt32}
					AND kind IN ('dysfunction.alerted', 'procedure.failed')
					AND platform = {platform: String}
				GROUP BY id
			)
			WHERE NOT last.1
				AND last.2 < fromUnixTimestamp({countsFrom: Int64})
				AND ({step: String} = '' OR last.3 = {step: String})
				AND ({kind: String} = '' OR last.4 = {kind: String})
				AND (empty({departements: Array(String)}) OR has({departements: Array(String)}, departement))
			GROUP BY week`,
		params: z.object({
			from: z.int(),
			until: z.int(),
			platform: z.string(),
			step: z.string(),
			kind: z.string(),
			departements: z.array(z.string()),
			countsFrom: z.int(),
		}),
		row: z.object({ week: z.int(), n: z.string().transform(Number) }),
	});
	const readVotes = query({
		sql: `
			SELECT week, mended, reporters, structures, organisations, departements
			FROM private.repair_votes FINAL
			WHERE platform = {platform: String}
				AND step = {step: String}
				AND failureKind = {kind: String}
				AND mended IN ('OUI', 'NON')
				AND week BETWEEN {from: UInt32} AND {until: UInt32}`,
		params: z.object({
			platform: z.string(),
			step: z.string(),
			kind: z.string(),
			from: z.int(),
			until: z.int(),
		}),
		row: z.object({
			week: z.int(),
			mended: Answer,
			reporters: Count,
			structures: Count,
			organisations: Count,
			departements: Count,
		}),
	});

	const weeksOf = async (claim: Claim, until: string): Promise<Evidence['weeks']> => {
		const weeks = new Map<string, PastWeek[]>();
		const range = { from: weekNumber(incidentFrom(claim)), until: weekNumber(until) };
		for (const { week, left } of await readWeeks({ series: seriesOf(claim), ...range })) {
			const past = SeriesState.parse(JSON.parse(left) as unknown).last.at(-1);
			if (past) weeks.set(weekOfNumber(week), [...(weeks.get(weekOfNumber(week)) ?? []), past]);
		}
		return weeks;
	};
	const lateOf = async (claim: Claim, until: string): Promise<Evidence['late']> => {
		const { platform, step, kind, effectWeek } = claim;
		const rows = await readLate({
			from: weekNumber(addWeeks(effectWeek, 1)),
			until: weekNumber(until),
			platform,
			step: step ?? '',
			kind: kind ?? '',
			departements: departementsOf(claim),
			countsFrom: Math.floor(countsFrom(claim).getTime() / 1_000),
		});
		return new Map(rows.map(({ week, n }) => [weekOfNumber(week), n]));
	};
	const votesOf = async ({ platform, step, kind, effectWeek }: Claim, until: string) => {
		const votes = new Map<string, VotesOfWeek>();
		const rows = await readVotes({
			platform,
			step: step ?? NON_PRECISE,
			kind: kind ?? NON_PRECISE,
			from: weekNumber(effectWeek),
			until: weekNumber(until),
		});
		for (const { week, mended, ...witnesses } of rows) {
			const known = votes.get(weekOfNumber(week)) ?? { mended: NOBODY, broken: NOBODY };
			votes.set(weekOfNumber(week), {
				...known,
				[mended === 'OUI' ? 'mended' : 'broken']: witnesses,
			});
		}
		return votes;
	};
	return {
		lastWeek: async () => {
			const [last] = await readLast({});
			return last && last.week > 0 ? weekOfNumber(last.week) : null;
		},
		read: async (claim, until) => {
			const [weeks, late, votes] = await Promise.all([
				weeksOf(claim, until),
				lateOf(claim, until),
				votesOf(claim, until),
			]);
			return { weeks, late, votes };
		},
	};
};
