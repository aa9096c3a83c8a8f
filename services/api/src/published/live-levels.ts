import type { Querier } from '@vigie/kit/clickhouse';
import { LiveLevel } from '@vigie/schemas/live';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from './guard.js';
import { Instant } from './instant.js';
import { remember } from './remember.js';

/** Live is what was last judged, and what was published of it. */
export interface Live {
	readonly asOf: string | null;
	readonly levels: readonly LiveLevel[];
}

/** ReadLive reads the levels that stand. */
export type ReadLive = () => Promise<Live>;

/** Every open page asks each few minutes; what is judged each quarter of an hour is no older for it. */
const REMEMBERED_MS = 2_000;

const Row = z
	.object({
		...LiveLevel.omit({ since: true, sentence: true }).shape,
		onset: Instant,
		sentenceKey: z.string(),
		sentenceParameters: z.record(z.string(), z.string()),
	})
	.transform(({ onset, sentenceKey, sentenceParameters, ...row }) =>
		LiveLevel.parse({
			...row,
			since: onset,
			sentence: { key: sentenceKey, parameters: sentenceParameters },
		}),
	);

/** liveReader reads `published.signals` and when the detector last judged. */
export const liveReader = (query: Querier, logger: Logger): ReadLive => {
	const readLevels = query({
		sql: `
			SELECT platform, territory, level, band, onset, sentenceKey, sentenceParameters
			FROM
			(
				SELECT *
				FROM published.signals FINAL
				WHERE family = 'outage'
				ORDER BY version DESC
				LIMIT 1 BY id
			)
			WHERE transition != 'closed'
			ORDER BY platform, territory`,
		params: z.object({}),
		row: Row,
	});
	const readLast = query({
		sql: `
			SELECT maxOrNull(slot) AS asOf
			FROM state.detector_runs
			WHERE kind = 'outage'`,
		params: z.object({}),
		row: z.object({ asOf: Instant.nullable() }),
	});
	const ask = async (): Promise<Live> => {
		const [levels, [last]] = await Promise.all([readLevels({}), readLast({})]);
		return { asOf: last?.asOf ?? null, levels };
	};
	return remember(REMEMBERED_MS, () => guarded(logger, ask));
};
