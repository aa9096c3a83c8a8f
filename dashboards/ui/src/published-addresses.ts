import type { Manifest } from '@vigie/schemas/http';
import type { LatticeNode, Level } from '@vigie/schemas/lattice';
import type { Selection } from './series-points.js';

/** Format is what a table can be read as. */
type Format = 'json' | 'csv';

/** tableAddress is where one node of one release is. */
export const tableAddress = (release: string, table: string, format: Format): string =>
	`/v1/releases/${release}/${table}.${format}`;

/** seriesAddress is where one node over several releases is; a dimension fixed to one code is asked for as such. */
export const seriesAddress = (
	level: Level,
	node: LatticeNode,
	selection: Selection,
	releases: readonly Manifest[],
	format: Format,
): string => {
	const query = new URLSearchParams();
	const [first, last] = [releases[0], releases.at(-1)];
	if (first && last) {
		query.set('from', first.release);
		query.set('to', last.release);
	}
	for (const dimension of node.dimensions) {
		const [code, ...others] = selection[dimension] ?? [];
		if (code !== undefined && others.length === 0) query.set(dimension, code);
	}
	return `/v1/series/${level}/${node.id}.${format}?${query}`;
};
