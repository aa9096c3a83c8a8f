import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Report, useSmallWorld } from './small-world.js';
import { manifestsOf, readRows, rowsIn, tokensLeft } from './store.js';

const structures = ['a', 'b', 'c', 'd'];
const reports: Report[] = Array.from({ length: 60 }, (_, event) => ({
	event,
	week: '2026-W46',
	structure: structures[event % 4] ?? 'a',
}));

it('a candidate that fails is not published: nothing is written of it but which cells, and the week can be closed again', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	const { disclosure } = world.closing;
	const careless = { ...disclosure, of: () => ({ y: 3, readers: 'all' as const }) };
	const { closeWeek } = await import('@vigie/publisher/closing/close-week');

	await expect(closeWeek({ ...world.closing, disclosure: careless }, '2026-W46')).rejects.toThrow(
		'2026-W46 is not published',
	);

	expect(await manifestsOf(world.publisher)).toEqual([]);
	expect(await rowsIn(world.publisher, 'published.cells')).toBe(0);
	expect(await rowsIn(world.publisher, 'published.files')).toBe(0);
	expect(await tokensLeft(world.publisher, 202646)).toBe(60);
	const blocked = await readRows(
		world.publisher,
		'SELECT DISTINCT release, property, node FROM private.blocked_cells FINAL ORDER BY node, property',
		{},
		z.object({ release: z.string(), property: z.string(), node: z.string() }),
	);
	expect(blocked).toContainEqual({ release: '2026-W46', property: 'P9', node: 'total' });

	expect((await world.close('2026-W46')).outcome).toBe('released');
	expect(await tokensLeft(world.publisher, 202646)).toBe(0);
});
