import { closeWeek } from '@vigie/publisher/closing/close-week';
import { expect, it } from 'vitest';
import { type Report, useSmallWorld } from './small-world.js';
import { factsOf, manifestsOf, rowsIn, tokensLeft } from './store.js';

const structures = ['a', 'b', 'c', 'd'];
const reports = (week: string, first: number): Report[] =>
	Array.from({ length: 24 }, (_, index) => ({
		event: first + index,
		week,
		structure: structures[index % 4] ?? 'a',
	}));

it('a released week forgets who sent what, and only that week', async () => {
	const world = await useSmallWorld(structures);
	await world.receive([...reports('2026-W46', 0), ...reports('2026-W47', 100)]);

	await world.close('2026-W46');

	expect(await tokensLeft(world.publisher, 202646)).toBe(0);
	expect(await world.keys.read('weeks/2026-W46')).toBeNull();
	expect(await tokensLeft(world.publisher, 202647)).toBe(24);
	expect(await world.keys.read('weeks/2026-W47')).not.toBeNull();
});

it('a real world publishes as the demonstration does: facts are frozen, tokens forgotten, the release is there', async () => {
	const world = await useSmallWorld(structures, 'real');
	await world.receive(reports('2026-W46', 0));

	const closed = await world.close('2026-W46');

	expect(closed).toMatchObject({ outcome: 'released', releases: [{ release: '2026-W46', again: false }] });
	expect(await manifestsOf(world.publisher)).toEqual(['2026-W46']);
	expect((await factsOf(world.publisher, '2026-W46')).get('total')).toMatchObject({
		n: 24,
		structures: 4,
		top: 6,
	});
	expect(await tokensLeft(world.publisher, 202646)).toBe(0);
});

it('the api’s user reads releases, and the engine refuses it the events and the exact counts', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports('2026-W46', 0));
	await world.close('2026-W46');
	const api = world.engine.clientOf('api');

	expect(await manifestsOf(api)).toEqual(['2026-W46']);
	for (const table of [
		'events',
		'cell_facts',
		'series_week',
		'series_slot',
		'cell_structures',
		'closing_events',
	])
		await expect(rowsIn(api, `private.${table}`)).rejects.toMatchObject({ code: '497' });
});

it('a week whose key is lost is not closed: its structures could never be told again', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports('2026-W46', 0));
	await world.keys.destroy('weeks/2026-W46');

	await expect(closeWeek(world.closing, '2026-W46')).rejects.toThrow('is not in the key directory');
});

it('a week whose events lost their structures is not closed: one of them would seem to have sent everything', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports('2026-W46', 0));
	await world.engine.clientOf('migrator').command({
		query: 'ALTER TABLE private.events CLEAR COLUMN structureToken IN PARTITION 202646',
	});

	await expect(world.close('2026-W46')).rejects.toThrow('lost their structure');

	expect(await manifestsOf(world.publisher)).toEqual([]);
});

it('forgetting a week keeps every event of it, and of the others', async () => {
	const world = await useSmallWorld(structures);
	await world.receive([...reports('2026-W45', 200), ...reports('2026-W46', 0), ...reports('2026-W47', 100)]);

	await world.close('2026-W45');
	await world.close('2026-W46');

	expect(await rowsIn(world.publisher, 'private.events')).toBe(72);
	expect(await rowsIn(world.publisher, 'private.forgotten_events')).toBe(0);
});
