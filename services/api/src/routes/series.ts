import { ProblemError } from '@vigie/kit/problem-plugin';
import type { Manifest } from '@vigie/schemas/http';
import { type LatticeNode, levelOfPeriod, nodeOf } from '@vigie/schemas/lattice';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CSV_TYPE, etagOf, JSON_TYPE, sendAnswer } from '../answer.js';
import type { BodyCache } from '../published/body-cache.js';
import { fileName, seriesCsv } from '../published/csv.js';
import type { Manifests } from '../published/manifests.js';
import type { ReadSeries } from '../published/series-table.js';
import { readFile } from '../published/table-file.js';

export interface SeriesOptions {
	readonly manifests: Manifests;
	readonly readSeries: ReadSeries;
	readonly cache: BodyCache;
	readonly world: 'demo' | 'real';
}

const Params = z.object({ level: z.string(), file: z.string() });
const Level = z.enum(['week', 'month', 'quarter']);
const Code = z.string().regex(/^[A-Z0-9_]{1,48}$/);

/** queryOf is what may be asked of a node: a window, both ends included, and one code for each of its dimensions. */
const queryOf = (node: LatticeNode, level: z.infer<typeof Level>) => {
	const Period = z.string().refine((text) => levelOfPeriod(text) === level);
	const dimensions = node.dimensions.map((name): [string, typeof Code] => [name, Code]);
	return z.strictObject({
		from: Period.optional(),
		to: Period.optional(),
		...z.strictObject(Object.fromEntries(dimensions)).partial().shape,
	});
};

const within = (releases: readonly Manifest[], from: string | undefined, to: string | undefined) =>
	// `2026-W46` and its like have the order of time as texts.
	releases.filter(({ release }) => (from ?? release) <= release && release <= (to ?? release));

/** seriesRoute serves one node over the releases of one level; never a crossing that the lattice does not hold. */
export const seriesRoute = async (
	server: FastifyInstance,
	{ manifests, readSeries, cache, world }: SeriesOptions,
): Promise<void> => {
	server.get('/v1/series/:level/:file', { config: { action: 'public:read' } }, async (request, reply) => {
		const params = Params.parse(request.params);
		const level = Level.safeParse(params.level);
		if (!level.success) throw new ProblemError('not_found');
		const { table, format } = readFile(params.file, ['json', 'csv']);
		const node = nodeOf(level.data, table);
		if (!node) throw new ProblemError('not_in_lattice');
		const query = new Map(Object.entries(queryOf(node, level.data).parse(request.query)));

		const all = (await manifests.all()).filter((manifest) => manifest.level === level.data);
		const releases = within(all, query.get('from'), query.get('to'));
		const fixed = node.dimensions.map((dimension) => query.get(dimension) ?? '');
		const etag = etagOf(level.data, table, format, world, ...fixed, ...releases.map(({ hash }) => hash));
		const body = async (): Promise<Buffer> => {
			const series = await readSeries({ level: level.data, node, releases, fixed }, world);
			return Buffer.from(format === 'csv' ? seriesCsv(series) : JSON.stringify(series));
		};
		const ends = [releases[0]?.release, releases.at(-1)?.release].filter((end) => end !== undefined);
		return sendAnswer(request, reply, {
			etag,
			cacheControl: 'public, no-cache',
			contentType: format === 'csv' ? CSV_TYPE : JSON_TYPE,
			...(format === 'csv'
				? { download: fileName(world, ['series', level.data, table, ...ends], 'csv') }
				: {}),
			body: () => cache(etag, body),
		});
	});
};
