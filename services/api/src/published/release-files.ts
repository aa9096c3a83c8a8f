import type { Querier } from '@vigie/kit/clickhouse';
import { type Manifest, type ReleaseDetail, ReleaseFormat } from '@vigie/schemas/http';
import type { LatticeNode } from '@vigie/schemas/lattice';
import { releaseFile } from '@vigie/schemas/release-files';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ReadFileBytes } from './file-bytes.js';
import { guarded } from './guard.js';
import type { ReadReleaseTable } from './release-table.js';

/** ReleaseFiles are the files of closed releases, as the open tier reads them. */
export interface ReleaseFiles {
	/** list gives the files that were built at the closing. */
	list(release: string): Promise<z.infer<typeof ReleaseDetail>['files']>;
	/** read gives a table's file: as built at the closing, or for the largest tables made now, the same bytes. */
	read(manifest: Manifest, node: LatticeNode, format: ReleaseFormat): Promise<Buffer>;
}

/** openReleaseFiles reads `published.files`; nothing in it grows with the number of events. */
export const openReleaseFiles = (
	query: Querier,
	readBytes: ReadFileBytes,
	readTable: ReadReleaseTable,
	logger: Logger,
): ReleaseFiles => {
	const listFiles = query({
		sql: `
			SELECT node AS table, format, bytes, sha256
			FROM published.files FINAL
			WHERE release = {release: String}
			ORDER BY node, format`,
		params: z.object({ release: z.string() }),
		row: z.object({ table: z.string(), format: ReleaseFormat, bytes: z.int(), sha256: z.string() }),
	});
	return {
		list: (release) => guarded(logger, () => listFiles({ release })),
		read: async (manifest, node, format) => {
			const built = await guarded(logger, () => readBytes(manifest.release, node.id, format));
			if (built.length > 0) return built;
			return Buffer.from(releaseFile(format, await readTable(manifest, node)));
		},
	};
};
