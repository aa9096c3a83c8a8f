import { createHash } from 'node:crypto';
import { weekBounds } from '@vigie/schemas/calendar';
import { LATTICE_VERSION } from '@vigie/schemas/lattice';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import type { TestClickHouse } from '@vigie/test/engines';

/** Cell is a published cell: its codes, and its value or why it has none. */
export interface Cell {
	readonly coordinates: readonly string[];
	readonly y: number | null;
	readonly flag?: 'protected' | 'impossible';
}

/** publishWeek writes a weekly release as the publisher would: cells, then the manifest. It gives the hash. */
export const publishWeek = async (
	clickhouse: TestClickHouse,
	week: string,
	tables: Readonly<Record<string, readonly Cell[]>>,
): Promise<string> => {
	const client = clickhouse.clientOf('publisher');
	const rows = Object.entries(tables).flatMap(([node, cells]) =>
		cells.map(({ coordinates, y, flag }) => {
			const shown = flag ?? (y === null ? 'protected' : 'shown');
			return { release: week, node, coordinates, y, openFlag: shown, signedFlag: shown };
		}),
	);
	await client.insert({ table: 'published.cells', values: rows, format: 'JSONEachRow' });
	const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
	const { start, end } = weekBounds(week);
	const manifest = {
		release: week,
		level: 'week',
		world: 'demo',
		start: start.toISOString(),
		end: end.toISOString(),
		hash,
		taxonomy: TAXONOMY_VERSION,
		lattice: LATTICE_VERSION,
		mechanism: JSON.stringify({
			D: 5,
			V: 4,
			js: 2,
			k: 16,
			kSigned: 10,
			structures: 3,
			outsideTop: 5,
			residual: 5,
			base: '1',
		}),
		tables: Object.keys(tables),
		publishedAt: end.toISOString(),
	};
	await client.insert({ table: 'published.manifest', values: [manifest], format: 'JSONEachRow' });
	return hash;
};
