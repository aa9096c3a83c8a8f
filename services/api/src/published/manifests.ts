import type { Querier } from '@vigie/kit/clickhouse';
import { Manifest } from '@vigie/schemas/http';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from './guard.js';
import { remember } from './remember.js';

/** Manifests are the closed releases, in order of time. */
export interface Manifests {
	all(): Promise<readonly Manifest[]>;
	find(release: string): Promise<Manifest | null>;
}

/** A page asks several things at once; a release that waits a second is no later for it. */
const REMEMBERED_MS = 1_000;

const Row = z.object({ ...Manifest.shape, mechanism: z.string(), gate: z.string() });

/** openManifests reads `published.manifest`: the presence of its row is the release. */
export const openManifests = (query: Querier, logger: Logger): Manifests => {
	const read = query({
		sql: `
			SELECT
				release,
				level,
				world,
				start,
				end,
				hash,
				taxonomy,
				lattice,
				mechanism,
				tables,
				gate
			FROM published.manifest FINAL
			ORDER BY start, level`,
		params: z.object({}),
		row: Row,
	});
	const ask = async (): Promise<readonly Manifest[]> => {
		const rows = await read({});
		return rows.map(({ gate, ...row }) =>
			Manifest.parse({
				...row,
				mechanism: JSON.parse(row.mechanism),
				...(gate === '' ? {} : { gate: JSON.parse(gate) }),
			}),
		);
	};
	const all = remember(REMEMBERED_MS, () => guarded(logger, ask));
	return {
		all,
		find: async (release) => (await all()).find((manifest) => manifest.release === release) ?? null,
	};
};
