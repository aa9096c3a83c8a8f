import { weekReader } from '@vigie/detector/weekly/read-weeks';
import { createQuerier } from '@vigie/kit/clickhouse';
import { weekBounds } from '@vigie/schemas/calendar';
import { expect, it } from 'vitest';
import { type Report, useSmallWorld } from './small-world.js';

const world = await useSmallWorld(['a', 'b', 'c']);
const detector = weekReader(createQuerier(world.engine.clientOf('detector')));
let nextEvent = 0;
const columns = { platform: 'ANTS', failureKind: 'PANNE', territory: '35' };
const report = (week: string, more: Partial<Report> = {}): Report => ({
	event: nextEvent++,
	week,
	structure: 'a',
	columns,
	...more,
});
/** What the weekly detector reads of the platform in a week. */
const readOf = async (week: string) =>
	(await detector.read([week])).get(week)?.find(({ node }) => node === 'platform') ?? null;

it('a withdrawal that comes three times takes its event away once, and no other with it', async () => {
	const [gone, kept] = [report('2025-W03'), report('2025-W03', { structure: 'b' })];
	const withdrawn = { ...gone, revision: 1, retracted: true, slot: 4 };
	await world.receive([gone, kept, withdrawn, withdrawn, { ...withdrawn, slot: 9 }]);

	await world.close('2025-W03');

	expect(await readOf('2025-W03')).toMatchObject({ n: 1, structures: 1, top: 1 });
});

it('a withdrawal without its event counts as nothing, never as less than nothing', async () => {
	const [alone, counted] = [report('2025-W05'), report('2025-W05')];
	await world.receive([{ ...alone, revision: 3, retracted: true }, counted]);

	await world.close('2025-W05');

	expect(await readOf('2025-W05')).toMatchObject({ n: 1 });
});

it('a week whose every event was withdrawn is a closed week that heard of nothing', async () => {
	const all = [report('2025-W07'), report('2025-W07', { structure: 'b' })];
	await world.receive([...all, ...all.map((one) => ({ ...one, revision: 1, retracted: true, slot: 6 }))]);

	await world.close('2025-W07');

	expect(await readOf('2025-W07')).toBeNull();
	expect(await detector.closed('2025-W07')).toContain('2025-W07');
});

it.each(['2025-W13', '2025-W43'])(
	'in %s clocks change: its last quarter of an hour is in it, the next one is in the next week',
	async (week) => {
		const { start, end } = weekBounds(week);
		const slots = (end.getTime() - start.getTime()) / 900_000;
		await world.receive([report(week), report(week, { slot: slots - 1 }), report(week, { slot: slots })]);

		await world.close(week);

		expect(slots / 4).toBe(week === '2025-W13' ? 167 : 169);
		expect(await readOf(week)).toMatchObject({ n: 2 });
	},
);
