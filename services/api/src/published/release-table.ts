import type { Querier } from '@vigie/kit/clickhouse';
import { CellFlag, type Manifest, type ReleaseTable } from '@vigie/schemas/http';
import type { LatticeNode } from '@vigie/schemas/lattice';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from './guard.js';

/** ReadReleaseTable reads one node of one release: every coordinate is there, hidden ones without a value. */
export type ReadReleaseTable = (manifest: Manifest, node: LatticeNode) => Promise<ReleaseTable>;

/** releaseTableReader reads `published.cells` as everyone may see them: what the open tier hides has no value. */
export const releaseTableReader = (query: Querier, logger: Logger): ReadReleaseTable => {
	const read = query({
		sql: `
			SELECT
				coordinates,
				if(openFlag = 'shown', y, NULL) AS y,
				openFlag AS flag
			FROM published.cells FINAL
			WHERE node = {node: String}
				AND release = {release: String}
			ORDER BY coordinates`,
		params: z.object({ node: z.string(), release: z.string() }),
		row: z.object({ coordinates: z.array(z.string()), y: z.int().nullable(), flag: CellFlag }),
	});
	return async ({ release, hash, world }, node) => {
		const rows = await guarded(logger, () => read({ node: node.id, release }));
		return { release, hash, table: node.id, world, dimensions: [...node.dimensions], rows };
	};
};
