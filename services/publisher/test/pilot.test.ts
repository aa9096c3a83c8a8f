import { isPublished, lattice } from '@vigie/schemas/lattice';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Report, useSmallWorld, weeksFrom } from './small-world.js';
import { cellsOf, factsOf } from './store.js';

const month = weeksFrom('2026-W14', 4);

/** fewEvents makes five events a week of each of some structures: too few for a week, enough for a month. */
const fewEvents = (structures: readonly string[], week: string, index: number): Report[] =>
	structures.flatMap((structure, at) =>
		Array.from({ length: 5 }, (_, nth) => ({
			event: index * 100 + at * 10 + nth,
			week,
			slot: nth,
			structure,
			columns: { platform: nth < 3 ? 'CAF_MON_COMPTE' : 'AMELI', territory: at % 2 === 0 ? '69' : '75' },
		})),
	);

const closeMonth = async (structures: readonly string[]) => {
	const world = await useSmallWorld(structures, 'demo', 'pilot');
	for (const [index, week] of month.entries()) {
		await world.receive(fewEvents(structures, week, index));
		await world.close(week);
	}
	return world;
};

it('a pilot of a few structures publishes one territory by platform a month, and only the total each week', async () => {
	const { publisher } = await closeMonth(['a', 'b', 'c', 'd', 'e', 'f']);

	const [weekly, monthly] = [await cellsOf(publisher, '2026-W14'), await cellsOf(publisher, '2026-M04')];
	expect([...weekly.keys()]).toEqual(['total']);
	expect(new Set([...monthly.keys()].map((at) => at.split('/')[0]))).toEqual(
		new Set(['total', 'platform', 'departement-platform']),
	);
	expect(monthly.get('platform/CAF_MON_COMPTE')).toMatchObject({ openFlag: 'shown' });
	expect(monthly.get('departement-platform/75/CAF_MON_COMPTE')).toMatchObject({ openFlag: 'shown' });
	const manifests = await publisher.query({
		query: 'SELECT DISTINCT lattice FROM published.manifest',
		format: 'JSONEachRow',
	});
	expect(z.array(z.object({ lattice: z.string() })).parse(await manifests.json())).toEqual([
		{ lattice: '1-pilot' },
	]);
	expect([...(await factsOf(publisher, '2026-W14')).keys()]).toContain(
		'departement-platform-benefit/69/CAF_MON_COMPTE/NON_PRECISE',
	);
}, 180_000);

it('with fewer than three structures nothing is shown, however many events, and the shape does not tell', async () => {
	const [two, three] = [await closeMonth(['a', 'b']), await closeMonth(['a', 'b', 'c'])];

	const cells = await cellsOf(two.publisher, '2026-M04');
	expect(
		[...cells.values()].filter(({ openFlag, signedFlag }) => openFlag === 'shown' || signedFlag === 'shown'),
	).toEqual([]);
	expect([...cells.keys()].sort()).toEqual([...(await cellsOf(three.publisher, '2026-M04')).keys()].sort());
}, 180_000);

it('a pilot publishes nothing that the lattice does not hold', () => {
	for (const level of ['week', 'month', 'quarter'] as const) {
		const published = lattice[level].filter(({ id }) => isPublished('pilot', level, id));
		expect(published.length).toBeGreaterThan(0);
		expect(published.length).toBeLessThan(lattice[level].length);
	}
	expect(isPublished('pilot', 'week', 'platform')).toBe(false);
});
