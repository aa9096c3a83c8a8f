import { cellKey } from '@vigie/publisher/disclosure/cell-key';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { solvePTable } from '@vigie/publisher/disclosure/p-table';
import { perturb } from '@vigie/publisher/disclosure/perturb';
import { expect, it } from 'vitest';
import { CELL_KEY, type Report, useSmallWorld } from './small-world.js';
import { cellsOf, factsOf, rowsIn } from './store.js';

const structures = ['a', 'b', 'c', 'd', 'e'];
const world = await useSmallWorld(structures);
const steps = ['CONNEXION', 'ENVOI', 'PIECES', 'SUIVI'];

const isParis = (index: number): boolean => index % 11 === 0;
const isAmeli = (index: number): boolean => index % 4 === 0 && !isParis(index);

/** senderOf: Paris hears nearly only of one structure, platform AMELI of two, the rest of five. */
const senderOf = (index: number): string => {
	if (isParis(index)) return structures[index % 77 === 0 ? 1 + ((index / 77) % 4) : 0] ?? 'a';
	return structures[isAmeli(index) ? (index / 4) % 2 : index % 5] ?? 'a';
};

/** crowd makes events of unequal cells: large, small, of two structures only, of one that outweighs the others. */
const crowd = (week: string, first: number, count: number): Report[] =>
	Array.from({ length: count }, (_, index) => ({
		event: first + index,
		week,
		slot: index % 600,
		structure: senderOf(index),
		columns: {
			step: steps[Math.floor(Math.sqrt(index)) % 4] ?? 'ENVOI',
			platform: isAmeli(index) ? 'AMELI' : 'CAF_MON_COMPTE',
			territory: isParis(index) ? '75' : '69',
		},
	}));

it('shows exactly the cells that the rule allows, with the value that their key gives', async () => {
	await world.receive(crowd('2025-W10', 0, 300));
	await world.close('2025-W10');

	const [facts, cells] = await Promise.all([
		factsOf(world.publisher, '2025-W10'),
		cellsOf(world.publisher, '2025-W10'),
	]);
	const table = solvePTable(mechanism);
	const nothing = { n: 0, kappa: '0', structures: 0, top: 0, withheld: 'none' };
	let shown = 0;
	for (const [at, cell] of cells) {
		const { n, kappa, structures: m, top, withheld } = facts.get(at) ?? nothing;
		const y = perturb(table, n, cellKey(CELL_KEY, BigInt(kappa)));
		const own = m >= 3 && n - top >= 5;
		const [signed, open] = [
			own && y >= mechanism.kSigned && withheld !== 'both',
			own && y >= mechanism.k && withheld === 'none',
		];
		expect(cell.y, at).toBe(signed ? y : null);
		if (cell.openFlag !== 'impossible') expect(cell.openFlag, at).toBe(open ? 'shown' : 'protected');
		if (cell.openFlag !== 'impossible') expect(cell.signedFlag, at).toBe(signed ? 'shown' : 'protected');
		if (open) shown += 1;
	}
	expect(shown).toBeGreaterThanOrEqual(5);
	expect(facts.get('platform/AMELI')).toMatchObject({ structures: 2 });
	expect(cells.get('platform/AMELI')?.openFlag).toBe('protected');
	const paris = facts.get('departement/75');
	expect((paris?.n ?? 0) - (paris?.top ?? 0)).toBeLessThan(5);
	expect(cells.get('departement/75')?.openFlag).toBe('protected');
});

it('has the same shape whatever happened: a full week, a small one, an empty one', async () => {
	await world.receive(crowd('2025-W20', 1_000, 300));
	await world.receive(crowd('2025-W30', 2_000, 1));
	for (const week of ['2025-W20', '2025-W30', '2025-W40']) await world.close(week);

	const shapes = await Promise.all(
		['2025-W20', '2025-W30', '2025-W40'].map(async (week) =>
			[...(await cellsOf(world.publisher, week)).keys()].sort(),
		),
	);
	expect(shapes[0]?.length).toBeGreaterThan(5_000);
	expect(shapes[1]).toEqual(shapes[0]);
	expect(shapes[2]).toEqual(shapes[0]);
});

it('marks a true zero and a count of nine alike', async () => {
	await world.receive(crowd('2026-W05', 3_000, 9));
	await world.close('2026-W05');

	const cells = await cellsOf(world.publisher, '2026-W05');
	expect(cells.get('departement/69')).toMatchObject({
		y: null,
		openFlag: 'protected',
		signedFlag: 'protected',
	});
	expect(cells.get('departement/01')).toMatchObject({
		y: null,
		openFlag: 'protected',
		signedFlag: 'protected',
	});
});

it('marks what the taxonomy declares impossible', async () => {
	const cells = await cellsOf(world.publisher, '2026-W05');

	expect(cells.get('platform-step/FRANCECONNECT/VERSEMENT')).toMatchObject({
		y: null,
		openFlag: 'impossible',
	});
	expect(cells.get('platform-step/CAF_MON_COMPTE/NON_PRECISE')).toMatchObject({ openFlag: 'protected' });
});

it('leaves no scratch behind', async () => {
	expect(await rowsIn(world.publisher, 'private.closing_events')).toBe(0);
	expect(await rowsIn(world.publisher, 'private.closing_tokens')).toBe(0);
});
