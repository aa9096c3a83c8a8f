import { expect, it } from 'vitest';
import { z } from 'zod';
import { useSmallWorld } from './small-world.js';

const Rows = z.array(
	z.object({
		node: z.string(),
		n: z.int(),
		structures: z.int(),
		departements: z.int(),
		top: z.int(),
	}),
);

it('a closing says how many structures, without a body’s own agents, in one département or several, and who has most of a kind in a région', async () => {
	const world = await useSmallWorld(['one', 'two', 'own', 'elsewhere']);
	const week = '2026-W10';
	const columns = { platform: 'ANTS', failureKind: 'PANNE', territory: '35' };
	await world.receive([
		{ event: 1, week, structure: 'one', columns },
		{ event: 2, week, structure: 'one', columns },
		{ event: 3, week, structure: 'two', columns },
		{ event: 4, week, structure: 'own', ownPlatform: true, columns },
		{ event: 5, week, structure: 'elsewhere', columns: { ...columns, territory: '75' } },
	]);

	await world.close(week);

	const answer = await world.publisher.query({
		query: `
			SELECT node, n, structures, departements, top
			FROM private.series_week FINAL
			WHERE node IN ('platform-kind', 'region-platform-kind')
			ORDER BY node, n`,
		format: 'JSONEachRow',
	});
	expect(Rows.parse(await answer.json())).toEqual([
		{ node: 'platform-kind', n: 5, structures: 3, departements: 2, top: 0 },
		{ node: 'region-platform-kind', n: 1, structures: 1, departements: 1, top: 1 },
		{ node: 'region-platform-kind', n: 4, structures: 2, departements: 1, top: 2 },
	]);
});
