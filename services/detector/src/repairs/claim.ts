import type { Querier } from '@vigie/kit/clickhouse';
import { slotOf, weekOf } from '@vigie/schemas/calendar';
import { FRANCE, type SeriesCoordinates } from '@vigie/schemas/signal';
import { z } from 'zod';

/** Claim is a repair that a body says it has made, as its report tells it. */
export interface Claim {
	readonly report: string;
	readonly platform: string;
	readonly step: string | null;
	readonly kind: string | null;
	/** FR alone, or régions. */
	readonly territories: readonly string[];
	/** First and last week of the incident, and the week in which the repair takes effect: it belongs to neither. */
	readonly incidentFrom: string;
	readonly effectWeek: string;
	/** The hour since which it is mended, the body says. */
	readonly effectiveFrom: string;
}

/** ReadClaims reads the repairs that are claimed now, and those confirmed since an instant. */
export type ReadClaims = (confirmedSince: Date) => Promise<readonly Claim[]>;

/** claimName names a repair: a report may be mended more than once. */
export const claimName = ({ report, effectiveFrom }: Claim): string => `${report}/${effectiveFrom}`;

/** coordinatesOf gives the series that a claim is about, in each of its territories. */
export const coordinatesOf = ({
	platform,
	step,
	kind,
	territories,
}: Claim): readonly (SeriesCoordinates & { readonly platform: string })[] =>
	territories.map((territory) => ({ platform, step, kind, territory }));

const isTerritory = (code: string): boolean => code === FRANCE || /^R\d{2}$/.test(code);

/** What is seen in the whole country holds its régions. */
const widest = (territories: readonly string[]): readonly string[] =>
	territories.includes(FRANCE) ? [FRANCE] : territories.filter(isTerritory).toSorted();

const instant = (seconds: number): Date => new Date(seconds * 1_000);

const Row = z
	.object({
		report: z.string(),
		platform: z.string(),
		step: z.string().nullable(),
		failureKind: z.string().nullable(),
		territories: z.array(z.string()),
		onset: z.int(),
		effectiveFrom: z.int(),
		mendedBefore: z.int(),
	})
	.transform(
		({ report, platform, step, failureKind, territories, onset, effectiveFrom, mendedBefore }): Claim => ({
			report,
			platform,
			step,
			kind: failureKind,
			territories: widest(territories),
			// Of a report that was mended before and came back, the incident is the later one.
			incidentFrom: weekOf(instant(Math.max(onset, mendedBefore))),
			effectWeek: weekOf(instant(effectiveFrom)),
			effectiveFrom: slotOf(instant(effectiveFrom)),
		}),
	);

/** claimReader reads `state.reports` and, for what was mended before, the lives that it is made from. */
export const claimReader = (query: Querier): ReadClaims => {
	const read = query({
		sql: `
			SELECT
				reports.id AS report,
				reports.platform AS platform,
				reports.step AS step,
				reports.failureKind AS failureKind,
				reports.territories AS territories,
				toUnixTimestamp(reports.onset) AS onset,
				toUnixTimestamp(assumeNotNull(reports.effectiveFrom)) AS effectiveFrom,
				arraySort((at, version) -> version, repairs.ats, repairs.versions)[-2] AS mendedBefore
			FROM state.reports AS reports
			INNER JOIN
			(
				SELECT
					report,
					groupArray(toUnixTimestamp(assumeNotNull(effectiveFrom))) AS ats,
					groupArray(version) AS versions
				FROM state.report_events FINAL
				WHERE type = 'mended'
				GROUP BY report
			) AS repairs ON repairs.report = reports.id
			WHERE reports.state IN ('mended', 'in_observation')
				OR (reports.state = 'confirmed' AND reports.stateSince >= fromUnixTimestamp({confirmedSince: Int64}))
			ORDER BY report`,
		params: z.object({ confirmedSince: z.int() }),
		row: Row,
	});
	return async (since) =>
		(await read({ confirmedSince: Math.floor(since.getTime() / 1_000) })).filter(
			({ territories }) => territories.length > 0,
		);
};
