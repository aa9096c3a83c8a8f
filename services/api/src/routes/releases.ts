import { ProblemError } from '@vigie/kit/problem-plugin';
import type { Manifest, ReleaseFormat } from '@vigie/schemas/http';
import { type LatticeNode, nodeOf } from '@vigie/schemas/lattice';
import { releaseDictionary } from '@vigie/schemas/release-dictionary';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CSV_TYPE, etagOf, JSON_TYPE, PARQUET_TYPE, sendAnswer } from '../answer.js';
import type { BodyCache } from '../published/body-cache.js';
import { fileName } from '../published/csv.js';
import type { Manifests } from '../published/manifests.js';
import type { ReleaseFiles } from '../published/release-files.js';
import { readFile } from '../published/table-file.js';

export interface ReleasesOptions {
	readonly manifests: Manifests;
	readonly files: ReleaseFiles;
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

const types = {
	json: JSON_TYPE,
	csv: CSV_TYPE,
	parquet: PARQUET_TYPE,
} as const satisfies Record<ReleaseFormat, string>;
const formats = ['json', 'csv', 'parquet'] as const satisfies readonly ReleaseFormat[];

/** releasesRoute serves the closed releases: their list, each one's manifest with its files, its dictionary, and its tables. */
export const releasesRoute = async (
	server: FastifyInstance,
	{ manifests, files, cache }: ReleasesOptions,
): Promise<void> => {
	server.get('/v1/releases', { config: { action: 'public:read' } }, async (request, reply) => {
		const releases = await manifests.all();
		return sendAnswer(request, reply, {
			etag: etagOf(...releases.map(({ hash }) => hash)),
			cacheControl: REVALIDATED,
			contentType: JSON_TYPE,
			body: () => JSON.stringify({ releases }),
		});
	});

	server.get('/v1/releases/:release', { config: { action: 'public:read' } }, async (request, reply) => {
		const manifest = await published(manifests, ReleaseParams.parse(request.params).release);
		return sendAnswer(request, reply, {
			etag: `"${manifest.hash}"`,
			cacheControl: cacheControlOf(manifest),
			contentType: JSON_TYPE,
			body: async () => JSON.stringify({ ...manifest, files: await files.list(manifest.release) }),
		});
	});

	server.get(
		'/v1/releases/:release/dictionary.json',
		{ config: { action: 'public:read' } },
		async (request, reply) => {
			const manifest = await published(manifests, ReleaseParams.parse(request.params).release);
			return sendAnswer(request, reply, {
				etag: `"${manifest.hash}-dictionary"`,
				cacheControl: REVALIDATED,
				contentType: JSON_TYPE,
				body: () => JSON.stringify(releaseDictionary(manifest)),
			});
		},
	);

	server.get('/v1/releases/:release/:file', { config: { action: 'public:read' } }, async (request, reply) => {
		const params = TableParams.parse(request.params);
		const { table, format } = readFile(params.file, formats);
		const manifest = await published(manifests, params.release);
		const node = tableOf(manifest, table);
		const etag = `"${manifest.hash}-${table}-${format}"`;
		return sendAnswer(request, reply, {
			etag,
			cacheControl: cacheControlOf(manifest),
			contentType: types[format],
			...(format === 'json' ? {} : { download: fileName(manifest.world, [manifest.release, table], format) }),
			body: () => cache(`${manifest.release}${etag}`, () => files.read(manifest, node, format)),
		});
	});
};
