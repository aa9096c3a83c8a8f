import { ProblemError } from '@vigie/kit/problem-plugin';
import type { Manifest } from '@vigie/schemas/http';
import { type LatticeNode, nodeOf } from '@vigie/schemas/lattice';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CSV_TYPE, etagOf, JSON_TYPE, sendAnswer } from '../answer.js';
import type { BodyCache } from '../published/body-cache.js';
import { fileName, releaseCsv } from '../published/csv.js';
import type { Manifests } from '../published/manifests.js';
import type { ReadReleaseTable } from '../published/release-table.js';
import { readFile } from '../published/table-file.js';

export interface ReleasesOptions {
	readonly manifests: Manifests;
	readonly readTable: ReadReleaseTable;
	readonly cache: BodyCache;
}

const ReleaseParams = z.object({ release: z.string() });
const TableParams = z.object({ release: z.string(), file: z.string() });
const REVALIDATED = 'public, no-cache';

/** A real release never changes; a demonstration begins anew at `npm run reset`, at the same addresses. */
const cacheControlOf = ({ world }: Manifest): string =>
	world === 'real' ? 'public, max-age=31536000, immutable' : REVALIDATED;

const published = async (manifests: Manifests, release: string): Promise<Manifest> => {
	const manifest = await manifests.find(release);
	if (!manifest) throw new ProblemError('not_published');
	return manifest;
};

const tableOf = (manifest: Manifest, table: string): LatticeNode => {
	const node = manifest.tables.includes(table) ? nodeOf(manifest.level, table) : null;
	if (!node) throw new ProblemError('not_in_lattice');
	return node;
};

/** releasesRoute serves the closed releases: their list, each one's manifest, and its tables as JSON or CSV. */
export const releasesRoute = async (
	server: FastifyInstance,
	{ manifests, readTable, cache }: ReleasesOptions,
): Promise<void> => {
	server.get('/v1/releases', async (request, reply) => {
		const releases = await manifests.all();
		return sendAnswer(request, reply, {
			etag: etagOf(...releases.map(({ hash }) => hash)),
			cacheControl: REVALIDATED,
			contentType: JSON_TYPE,
			body: () => JSON.stringify({ releases }),
		});
	});

	server.get('/v1/releases/:release', async (request, reply) => {
		const manifest = await published(manifests, ReleaseParams.parse(request.params).release);
		return sendAnswer(request, reply, {
			etag: `"${manifest.hash}"`,
			cacheControl: cacheControlOf(manifest),
			contentType: JSON_TYPE,
			body: () => JSON.stringify(manifest),
		});
	});

	server.get('/v1/releases/:release/:file', async (request, reply) => {
		const params = TableParams.parse(request.params);
		const { table, format } = readFile(params.file);
		const manifest = await published(manifests, params.release);
		const node = tableOf(manifest, table);
		const etag = `"${manifest.hash}-${table}-${format}"`;
		const body = async (): Promise<string> => {
			const contents = await readTable(manifest, node);
			return format === 'csv' ? releaseCsv(contents) : JSON.stringify(contents);
		};
		return sendAnswer(request, reply, {
			etag,
			cacheControl: cacheControlOf(manifest),
			contentType: format === 'csv' ? CSV_TYPE : JSON_TYPE,
			...(format === 'csv' ? { download: fileName(manifest.world, [manifest.release, table], 'csv') } : {}),
			body: () => cache(`${manifest.release}${etag}`, body),
		});
	});
};
