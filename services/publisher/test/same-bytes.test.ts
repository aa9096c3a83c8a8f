import { insertLines } from '@vigie/publisher/closing/bulk';
import { closeWeek } from '@vigie/publisher/closing/close-week';
import { freezeWeek } from '@vigie/publisher/closing/freeze-week';
import { readFacts } from '@vigie/publisher/release/read-facts';
import { renderRelease } from '@vigie/publisher/release/render';
import { nodesOfLevels } from '@vigie/publisher/vocabulary/cube';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Report, useSmallWorld } from './small-world.js';
import { cellsOf, manifestsOf, rowsIn } from './store.js';

const WEEK = '2026-W46';
const structures = ['a', 'b', 'c', 'd'];
const reports = Array.from(
	{ length: 120 },
	(_, event): Report => ({
		event,
		week: WEEK,
		slot: (event * 37) % 640,
		structure: structures[event % 4] ?? 'a',
		columns: { step: event % 3 === 0 ? 'CONNEXION' : 'ENVOI' },
	}),
).flatMap((report) =>
	report.event % 10 === 0
		? [report, { ...report, revision: 1, slot: 650, columns: { step: 'PIECES' } }]
		: [report],
);

const sameEvent = (report: Report): Report => report;

/** shuffled gives the reports in another order, a third of them twice, in several blocks. */
const shuffled = (seed: number, copyOf = sameEvent): Report[][] => {
	const copies = reports.filter(({ event }) => (event + seed) % 3 === 0).map(copyOf);
	const all =
		fc.sample(fc.shuffledSubarray([...reports, ...copies], { minLength: reports.length + copies.length }), {
			seed,
			numRuns: 1,
		})[0] ?? [];
	return [all.slice(0, 50), all.slice(50, 51), all.slice(51)];
};

const releaseOf = async (blocks: readonly Report[][]): Promise<string | undefined> => {
	const world = await useSmallWorld(structures);
	for (const block of blocks) await world.receive(block);
	return (await world.close(WEEK)).releases[0]?.hash;
};

it('P7: duplicates, replays and another order give the same release to the byte', async () => {
	const plain = await releaseOf([reports]);

	expect(plain).toMatch(/^[0-9a-f]{64}$/);
	expect(await releaseOf(shuffled(1))).toBe(plain);
	expect(await releaseOf(shuffled(2))).toBe(plain);
});

it('P7 is seen to fail when what is sent again is another event, or says something else', async () => {
	const plain = await releaseOf([reports]);

	expect(await releaseOf(shuffled(1, (report) => ({ ...report, event: report.event + 1_000 })))).not.toBe(
		plain,
	);
	expect(
		await releaseOf(
			shuffled(1, (report) => ({ ...report, revision: 2, slot: 655, columns: { step: 'SUIVI' } })),
		),
	).not.toBe(plain);
});

it('a crash between the cells and the manifest shows nothing, and the release comes out the same', async () => {
	const expected = await releaseOf([reports]);
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	await freezeWeek(world.closing, WEEK);
	const nodes = nodesOfLevels('week');
	const { chunks } = renderRelease(
		WEEK,
		nodes,
		await readFacts(world.publisher, WEEK, nodes),
		world.closing.disclosure,
	);
	await insertLines(world.publisher, 'published.cells', chunks.slice(0, 4));
	expect(await manifestsOf(world.publisher)).toEqual([]);

	const closed = await closeWeek(world.closing, WEEK);

	expect(closed.releases).toEqual([{ release: WEEK, hash: expected, again: false }]);
	expect((await cellsOf(world.publisher, WEEK)).size).toBe(chunks.join('').split('\n').length - 1);
});

it('a crash before the week was marked closed leaves facts that the next run writes the same', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	await freezeWeek(world.closing, WEEK);
	const before = await rowsIn(world.publisher, 'private.cell_facts');
	await world.engine.clientOf('migrator').command({ query: 'TRUNCATE TABLE state.closings' });

	expect((await closeWeek(world.closing, WEEK)).releases[0]?.hash).toBe(await releaseOf([reports]));
	expect(before).toBeGreaterThan(0);
});

it('a released week is never computed again, whatever comes later', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	const first = await world.close(WEEK);
	await world.receive(reports.map((report) => ({ ...report, event: report.event + 1_000 })));

	const again = await world.close(WEEK);

	expect(again.releases).toEqual(first.releases.map((release) => ({ ...release, again: true })));
});
