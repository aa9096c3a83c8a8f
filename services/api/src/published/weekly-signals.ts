import type { Querier } from '@vigie/kit/clickhouse';
import type { Clock } from '@vigie/schemas/clock';
import { MOST_SIGNALS, WeeklySignal } from '@vigie/schemas/weekly-signals';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from './guard.js';
import { Instant } from './instant.js';
import { remember } from './remember.js';

/** WeeklyNews is what was published of closed weeks, and when they were last judged. */
export interface WeeklyNews {
	readonly asOf: string | null;
	readonly signals: readonly WeeklySignal[];
}

/** ReadWeeklySignals reads the signals that stand, and those closed lately. */
export type ReadWeeklySignals = () => Promise<WeeklyNews>;

/** Judged once a week: what is ten seconds old is as good. */
const REMEMBERED_MS = 10_000;
const CLOSED_FOR_MS = 8 * 7 * 86_400_000;

const Row = z
	.object({
		...WeeklySignal.omit({ coordinates: true, onset: true, asOf: true, sentence: true, model: true }).shape,
		...WeeklySignal.shape.coordinates.shape,
		onset: Instant,
		asOf: Instant,
		sentenceKey: z.string(),
		sentenceParameters: z.record(z.string(), z.string()),
		modelName: z.string(),
		modelVersion: z.string(),
	})
	.transform(
		({ platform, step, kind, territory, sentenceKey, sentenceParameters, modelName, modelVersion, ...row }) =>
			WeeklySignal.parse({
				...row,
				coordinates: { platform, step, kind, territory },
				sentence: { key: sentenceKey, parameters: sentenceParameters },
				model: { name: modelName, version: modelVersion },
			}),
	);

/** weeklySignalReader reads `published.signals`, and nothing else of them. */
export const weeklySignalReader = (query: Querier, clock: Clock, logger: Logger): ReadWeeklySignals => {
	const readSignals = query({
		sql: `
			SELECT
				id, version, transition, family, level, verdict, platform, step, kind, territory, onset, asOf,
				durationMinutes, band, sentenceKey, sentenceParameters, modelName, modelVersion
			FROM
			(
				SELECT *
				FROM published.signals FINAL
				WHERE family != 'outage'
				ORDER BY version DESC
				LIMIT 1 BY id
			)
			WHERE transition != 'closed' OR asOf >= {closedSince: DateTime('UTC')}
			ORDER BY transition = 'closed', level DESC, onset DESC, id
			LIMIT {most: UInt32}`,
		params: z.object({ closedSince: z.int(), most: z.int() }),
		row: Row,
	});
	const readLast = query({
		sql: `
			SELECT maxOrNull(slot) AS asOf
			FROM state.detector_runs
			WHERE kind != 'outage'`,
		params: z.object({}),
		row: z.object({ asOf: Instant.nullable() }),
	});
	const ask = async (): Promise<WeeklyNews> => {
		const closedSince = Math.floor((clock.now().getTime() - CLOSED_FOR_MS) / 1_000);
		const [signals, [last]] = await Promise.all([
			readSignals({ closedSince, most: MOST_SIGNALS }),
			readLast({}),
		]);
		return { asOf: last?.asOf ?? null, signals };
	};
	return remember(REMEMBERED_MS, () => guarded(logger, ask));
};
