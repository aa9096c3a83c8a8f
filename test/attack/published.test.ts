import { attackPublished, notTried } from '@vigie/test/attack/attack-published';
import { readPublished } from '@vigie/test/attack/published';
import { expect, it } from 'vitest';
import {
	CELL_KEY,
	type Report,
	useSmallWorld,
	weeksFrom,
} from '../../services/publisher/test/small-world.js';

const structures = ['a', 'b', 'c', 'd', 'e', 'f'];
const platforms = ['CAF_MON_COMPTE', 'AMELI', 'ANTS'];
const weeks = weeksFrom('2026-W14', 4);
const reportsOf = (week: string, at: number): Report[] =>
	Array.from({ length: 90 }, (_, index) => ({
		event: at * 1_000 + index,
		week,
		slot: index,
		structure: structures[index % 6] ?? 'a',
		columns: {
			platform: platforms[index % 7 === 0 ? 2 : index % 2] ?? 'ANTS',
			territory: index % 5 ? '69' : '75',
		},
	}));

const world = await useSmallWorld(structures, 'real');
for (const [index, week] of weeks.entries()) {
	await world.receive(reportsOf(week, index));
	await world.close(week);
}

it('what a real world has published is attacked to the byte, from the publisher’s own facts, and holds', async () => {
	const published = await readPublished(world.publisher, CELL_KEY, '2026-M04');
	const results = await attackPublished(
		published,
		{ intervals: { columns: 6, joined: false }, sideChannels: 3 },
		'1',
	);

	expect(published.releases.map(({ release }) => release)).toEqual([...weeks, '2026-M04']);
	for (const id of ['A2', 'A4', 'A5', 'A6', 'A7', 'A8', 'A10'] as const)
		expect(results[id], id).toMatchObject({ ok: true });
	expect(Object.keys({ ...results, ...notTried }).sort()).toEqual(
		Array.from({ length: 11 }, (_, index) => `A${index + 1}`).sort(),
	);
}, 240_000);

it('a period of which nothing is published, and a key that is not that of the releases, are each a sentence', async () => {
	await expect(readPublished(world.publisher, CELL_KEY, '2026-M05')).rejects.toThrow(
		'nothing of 2026-M05 is published',
	);
	await expect(readPublished(world.publisher, Buffer.alloc(32, 1), '2026-M04')).rejects.toThrow(
		'is not what its frozen facts give',
	);
});
