import type { Querier } from '@vigie/kit/clickhouse';
import { AttestedFacts } from '@vigie/schemas/attestation';
import { PublishedSignal } from '@vigie/schemas/signal';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from '../published/guard.js';
import { Instant } from '../published/instant.js';

/** SignalRow is one published version of a signal, as much of it as an attestation tells. */
const SignalRow = z.object({
	...PublishedSignal.pick({
		id: true,
		version: true,
		transition: true,
		level: true,
		durationMinutes: true,
		band: true,
	}).shape,
	...PublishedSignal.shape.coordinates.shape,
	family: AttestedFacts.shape.family,
	onset: Instant,
	asOf: Instant,
});
export type SignalRow = z.infer<typeof SignalRow>;

/** SignalReader reads what was published of signals, each signal's versions together, oldest first. */
export interface SignalReader {
	/** All of a platform that began before an instant. */
	ofPlatform(platform: string, before: Date): Promise<readonly SignalRow[]>;
	/** Those whose id begins so: one signal, or none. */
	beginningWith(idPrefix: string): Promise<readonly SignalRow[]>;
}

/** More versions than any platform has had in two years; a caller is never given half of a signal silently. */
const MOST_ROWS = 20_000;

/** signalReader reads `published.signals`, and nothing else. */
export const signalReader = (query: Querier, logger: Logger): SignalReader => {
	const ofPlatform = query({
		sql: `
			SELECT
				id, version, transition, level, durationMinutes, band, platform, step, kind, territory, family, onset, asOf
			FROM published.signals FINAL
			WHERE platform = {platform: String}
				AND family IN ('outage', 'burst', 'drift')
				AND onset < {before: DateTime('UTC')}
			ORDER BY onset DESC, id, version
			LIMIT {most: UInt32}`,
		params: z.object({ platform: z.string(), before: z.int(), most: z.int() }),
		row: SignalRow,
	});
	const beginningWith = query({
		sql: `
			SELECT
				id, version, transition, level, durationMinutes, band, platform, step, kind, territory, family, onset, asOf
			FROM published.signals FINAL
			WHERE startsWith(id, {idPrefix: String})
				AND family IN ('outage', 'burst', 'drift')
			ORDER BY id, version
			LIMIT {most: UInt32}`,
		params: z.object({ idPrefix: z.string(), most: z.int() }),
		row: SignalRow,
	});
	return {
		ofPlatform: (platform, before) =>
			guarded(logger, () =>
				ofPlatform({ platform, before: Math.floor(before.getTime() / 1_000), most: MOST_ROWS }),
			),
		beginningWith: (idPrefix) => guarded(logger, () => beginningWith({ idPrefix, most: MOST_ROWS })),
	};
};
