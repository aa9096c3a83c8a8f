import type { Querier } from '@vigie/kit/clickhouse';
import type { Manifest, SeriesTable } from '@vigie/schemas/http';
import type { LatticeNode, Level } from '@vigie/schemas/lattice';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from './guard.js';

/** SeriesQuestion asks for one node over the given releases of one level, with some dimensions fixed to one code. */
export interface SeriesQuestion {
	readonly level: Level;
	readonly node: LatticeNode;
	readonly releases: readonly Manifest[];
	/** One entry a dimension of the node: a code, or empty for all. */
	readonly fixed: readonly string[];
}

export type ReadSeries = (question: SeriesQuestion, world: 'demo' | 'real') => Promise<SeriesTable>;

const PROTECTED = -1;
const IMPOSSIBLE = -2;

interface SeriesRow {
	readonly coordinates: string[];
	readonly at: number[];
	readonly shown: number[];
}

/** spread lays the cells of each coordinate into one line a release: `values[i][j]` is release i, coordinate j. */
const spread = (rows: readonly SeriesRow[], releases: number): (number | null)[][] => {
	const values = Array.from({ length: releases }, () => new Array<number | null>(rows.length).fill(null));
	rows.forEach(({ at, shown }, column) => {
		at.forEach((position, index) => {
			const line = values[position - 1];
			const value = shown[index];
			if (line && value !== undefined && value >= 0) line[column] = value;
		});
	});
	return values;
};

/**
 * seriesReader reads one node over many releases with one question: 104 weeks of 2 000 coordinates are 208 000 cells, which
 * travel as one row a coordinate. A cell that the open tier hides is null.
 */
export const seriesReader = (query: Querier, logger: Logger): ReadSeries => {
	const read = query({
		sql: `
			SELECT
				coordinates,
				groupArray(toUInt16(transform(release, {releases: Array(String)}, arrayEnumerate({releases: Array(String)}), 0))) AS at,
				groupArray(multiIf(openFlag = 'shown', toInt32(assumeNotNull(y)), openFlag = 'impossible', {impossible: Int32}, {protected: Int32})) AS shown
			FROM published.cells FINAL
			WHERE node = {node: String}
				AND release IN {releases: Array(String)}
				AND arrayAll((code, wanted) -> wanted = '' OR code = wanted, coordinates, {fixed: Array(String)})
			GROUP BY coordinates
			ORDER BY coordinates`,
		params: z.object({
			node: z.string(),
			releases: z.array(z.string()),
			fixed: z.array(z.string()),
			impossible: z.int(),
			protected: z.int(),
		}),
		row: z.object({ coordinates: z.array(z.string()), at: z.array(z.int()), shown: z.array(z.int()) }),
	});
	return async ({ level, node, releases, fixed }, world) => {
		const names = releases.map(({ release }) => release);
		const rows = await guarded(logger, () =>
			read({
				node: node.id,
				releases: names,
				fixed: [...fixed],
				impossible: IMPOSSIBLE,
				protected: PROTECTED,
			}),
		);
		const never = rows.filter(({ shown }) => shown.every((value) => value === IMPOSSIBLE));
		const possible = rows.filter(({ shown }) => shown.some((value) => value !== IMPOSSIBLE));
		return {
			level,
			table: node.id,
			world,
			dimensions: [...node.dimensions],
			releases: names,
			hash: releases.at(-1)?.hash ?? '',
			coordinates: possible.map(({ coordinates }) => coordinates),
			values: spread(possible, names.length),
			impossible: never.map(({ coordinates }) => coordinates),
		};
	};
};
