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
const totalOf = async (week: string): Promise<number> =>
	(await factsOf(world.publisher, week)).get('total')?.n ?? 0;

it('an event received again in the next week counts where it first arrived', async () => {
	const [twice, once] = [report('2025-W01', { slot: 600 }), report('2025-W02')];
	await world.receive([twice, { ...twice, week: '2025-W02', slot: 3 }, once]);

	await world.close('2025-W01');
	await world.close('2025-W02');

	expect(await totalOf('2025-W01')).toBe(1);
	expect(await totalOf('2025-W02')).toBe(1);
});

it('a copy of an old event counts in no later week, up to six weeks on, since it may be seen a day ahead', async () => {
	const old = report('2025-W14');
	await world.receive([old, { ...old, week: '2025-W20' }, report('2025-W20')]);
	for (const week of ['2025-W14', '2025-W20']) await world.close(week);

	expect(await totalOf('2025-W20')).toBe(1);
});

it('copies of an event in the same week count once', async () => {
	const copied = report('2025-W27');
	await world.receive([copied, copied, { ...copied, slot: 9 }]);
	await world.receive([copied]);

	await world.close('2025-W27');

	expect(await totalOf('2025-W27')).toBe(1);
});

it('an event whose highest revision is retracted does not count, one retracted and declared again does', async () => {
	const [gone, back] = [report('2025-W40'), report('2025-W40')];
	await world.receive([
		gone,
		{ ...gone, revision: 1, retracted: true, slot: 1 },
		back,
		{ ...back, revision: 1, retracted: true, slot: 1 },
		{ ...back, revision: 2, slot: 2 },
	]);

	await world.close('2025-W40');

	expect(await totalOf('2025-W40')).toBe(1);
});

it('the content of the highest revision wins, from the structure that first sent the event', async () => {
	const first = report('2026-W01', { slot: 5 });
	await world.receive([
		{ ...first, revision: 2, slot: 9, structure: 'c', columns: { step: 'CONNEXION' } },
		{ ...first, revision: 1, slot: 12, structure: 'b', columns: { step: 'ENVOI' } },
		first,
		report('2026-W01', { structure: 'a' }),
	]);

	await world.close('2026-W01');

	const facts = await factsOf(world.publisher, '2026-W01');
	expect(facts.get('platform-step/CAF_MON_COMPTE/CONNEXION')?.n).toBe(1);
	expect(facts.get('platform-step/CAF_MON_COMPTE/ENVOI')).toBeUndefined();
	expect(facts.get('total')).toMatchObject({ n: 2, structures: 1, top: 2 });
});

it('a revision that makes an alert of a referral counts where its sender is, and its week closes', async () => {
	const referral = report('2025-W40', {
		columns: {
			kind: 'referral.made',
			territory: 'R11',
			platform: 'NON_PRECISE',
			referralFrom: 'TS',
			referralTo: 'MN',
			loop: 'NON',
		},
	});
	await world.receive([referral, { ...report('2025-W40', { slot: 3, revision: 1 }), event: referral.event }]);

	const closed = await world.close('2025-W40');

	expect(closed.outcome).toBe('released');
	expect(await totalOf('2025-W40')).toBe(1);
});
