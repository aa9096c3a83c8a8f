import { createHash } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { ReleaseFormat, type ReleaseTable } from '@vigie/schemas/http';
import { releaseFile } from '@vigie/schemas/release-files';
import { settingsOf } from '../closing/bulk.js';
import type { CubeNode } from '../vocabulary/cube.js';

/** Larger tables (a quarter's finest) are made by the api when somebody asks: their files would weigh more than all the others. */
const LARGEST_CELLS = 20_000;

const flagOf = (text: string | undefined): ReleaseTable['rows'][number]['flag'] => {
	if (text === 'shown' || text === 'protected' || text === 'impossible') return text;
	throw new RangeError('a rendered cell has a flag');
};

/** rowOf reads a line of the canonical form as the open tier may: what it hides has no value. */
const rowOf = (line: string): ReleaseTable['rows'][number] => {
	const [, , coordinates = '', y, open] = line.split('\t');
	const flag = flagOf(open);
	return {
		coordinates: coordinates === '[]' ? [] : coordinates.slice(2, -2).split("','"),
		y: flag === 'shown' ? Number(y) : null,
		flag,
	};
};

/** FilesOf is a rendered release: one canonical text a node. */
export interface FilesOf {
	readonly release: string;
	readonly hash: string;
	readonly world: 'demo' | 'real';
	readonly nodes: readonly CubeNode[];
	readonly chunks: readonly string[];
}

/** tablesOf gives the tables of a release that files are made of, as the open tier may read them. */
export const tablesOf = ({ release, hash, world, nodes, chunks }: FilesOf): ReleaseTable[] =>
	nodes.flatMap(({ id, dimensions }, index) => {
		const lines = (chunks[index] ?? '').split('\n').slice(0, -1);
		if (lines.length > LARGEST_CELLS) return [];
		return [{ release, hash, table: id, world, dimensions: [...dimensions], rows: lines.map(rowOf) }];
	});

/**
 * saveFiles writes each table of a release in every format, for the open tier. Doing it again writes the same bytes. `token` names the
 * insert, when it must not be taken for a retry of an earlier one.
 */
export const saveFiles = async (client: ClickHouseClient, files: FilesOf, token?: string): Promise<void> => {
	const values = tablesOf(files).flatMap((table) =>
		ReleaseFormat.options.map((format) => {
			const body = Buffer.from(releaseFile(format, table));
			return {
				release: files.release,
				node: table.table,
				format,
				bytes: body.length,
				sha256: createHash('sha256').update(body).digest('hex'),
				body: body.toString('base64'),
			};
		}),
	);
	await client.insert({ table: 'published.files', values, format: 'JSONEachRow', ...settingsOf(token) });
};
