import { expect, it } from 'vitest';
import { type Report, useSmallWorld } from './small-world.js';
import { factsOf } from './store.js';

const world = await useSmallWorld(['a', 'b', 'c']);
let nextEvent = 0;
const report = (week: string, more: Partial<Report> = {}): Report => ({
	event: nextEvent++,
	week,
	structure: 'a',
	...more,
});
/** Quarters of an hour from Monday 00:00 to Tuesday 05:00, the limit; no clock changes on those days. */
const LIMIT = 29 * 4;
const close = async (...weeks: readonly string[]): Promise<void> => {
	for (const week of weeks) await world.close(week);
};
const factOf = async (week: string, at = 'total') => (await factsOf(world.publisher, week)).get(at);

it('a withdrawal received until the Tuesday after counts in the event’s week, one quarter later it does not', async () => {
	const [inTime, tooLate, twice] = [600, 601, 602].map((slot) => report('2026-W14', { slot }));
	if (!inTime || !tooLate || !twice) throw new Error('three reports');
	await world.receive([inTime, tooLate, twice, { ...twice, slot: 603, revision: 1 }]);
	await world.receive([
		{ ...inTime, week: '2026-W15', slot: LIMIT - 1, revision: 1, retracted: true },
		{ ...tooLate, week: '2026-W15', slot: LIMIT, revision: 1, retracted: true },
		{ ...twice, week: '2026-W15', slot: LIMIT - 9, revision: 2 },
		{ ...twice, week: '2026-W15', slot: LIMIT + 9, revision: 3, retracted: true },
	]);

	await close('2026-W14', '2026-W15');

	expect(await factOf('2026-W14')).toMatchObject({ n: 2 });
	expect(await factOf('2026-W15')).toBeUndefined();
});

it('a detail added on Monday counts in the event’s week, from the structure that first sent it', async () => {
	const first = report('2026-W27', { structure: 'a' });
	await world.receive([first, report('2026-W27', { structure: 'a' })]);
	await world.receive([
		{ ...first, week: '2026-W28', slot: 8, revision: 1, structure: 'b', columns: { step: 'ENVOI' } },
	]);

	await close('2026-W27', '2026-W28');

	expect(await factOf('2026-W27', 'platform-step/CAF_MON_COMPTE/ENVOI')).toMatchObject({ n: 1 });
	expect(await factOf('2026-W27')).toMatchObject({ n: 2, structures: 1, top: 2 });
	expect(await factOf('2026-W28')).toBeUndefined();
});

it('a revision alone belongs to the week in which it first came', async () => {
	await world.receive([report('2025-W41', { slot: 3, revision: 1 })]);

	await close('2025-W40', '2025-W41');

	expect(await factOf('2025-W40')).toBeUndefined();
	expect(await factOf('2025-W41')).toMatchObject({ n: 1 });
});

it('a copy of the first revision received on Monday changes nothing', async () => {
	const first = report('2025-W14', { columns: { step: 'ENVOI' } });
	await world.receive([first, { ...first, week: '2025-W15', slot: 2, columns: { step: 'CONNEXION' } }]);

	await close('2025-W14', '2025-W15');

	expect(await factOf('2025-W14', 'platform-step/CAF_MON_COMPTE/ENVOI')).toMatchObject({ n: 1 });
	expect(await factOf('2025-W15')).toBeUndefined();
});

it('closing before or after the rest of the next week was received gives the same release', async () => {
	const events = Array.from({ length: 40 }, (_, index) =>
		report('2026-W46', { slot: index, structure: ['a', 'b', 'c'][index % 3] ?? 'a' }),
	);
	const revised = events.slice(0, 9).map((event, index) => ({
		...event,
		week: '2026-W47',
		slot: LIMIT - 5 + index,
		revision: 1,
		columns: { step: 'CONNEXION' },
	}));
	const [early, late] = [
		revised.filter(({ slot }) => slot < LIMIT),
		revised.filter(({ slot }) => slot >= LIMIT),
	];
	const [first, second] = [await useSmallWorld(['a', 'b', 'c']), await useSmallWorld(['a', 'b', 'c'])];
	await first.receive([...events, ...early]);
	await second.receive([...events, ...revised]);
	expect([early.length, late.length]).toEqual([5, 4]);

	const [before, after] = [await first.close('2026-W46'), await second.close('2026-W46')];

	expect(after.releases[0]?.hash).toBe(before.releases[0]?.hash);
}, 60_000);
