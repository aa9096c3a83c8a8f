import { addWeeks } from '@vigie/schemas/calendar';
import { expect, it } from 'vitest';
import { type Report, useSmallWorld, weeksFrom } from './small-world.js';
import { factsOf, manifestsOf, rowsIn } from './store.js';

const structures = Array.from({ length: 6 }, (_, index) => `s${index}`);
const quarter = weeksFrom('2026-W14', 13);

/** weekly makes a few events of each week; a structure reports in every second week only. */
const weekly = (week: string, index: number): Report[] =>
	Array.from({ length: 8 }, (_, at) => ({
		event: index * 100 + at,
		week,
		slot: at,
		structure: structures[(at % 3) * 2 + (index % 2)] ?? 's0',
		columns: { benefit: at % 2 === 0 ? 'RSA' : 'PPA', territory: at < 4 ? '69' : '2A' },
	}));

it('months and quarters nest, sum their weeks’ facts, and count each structure once', async () => {
	const world = await useSmallWorld(structures);
	for (const [index, week] of quarter.entries()) {
		await world.receive(weekly(week, index));
		await world.close(week);
	}

	const releases = await manifestsOf(world.publisher);
	expect(releases).toEqual(['2026-M04', '2026-M05', '2026-M06', '2026-Q2', ...quarter]);

	const weeks = await Promise.all(quarter.map((week) => factsOf(world.publisher, week)));
	const [april, second] = await Promise.all([
		factsOf(world.publisher, '2026-M04'),
		factsOf(world.publisher, '2026-Q2'),
	]);
	for (const [at, facts] of second) {
		const parts = weeks.map((week) => week.get(at));
		expect(facts.n, at).toBe(parts.reduce((sum, part) => sum + (part?.n ?? 0), 0));
		expect(BigInt(facts.kappa), at).toBe(
			parts.reduce((sum, part) => sum + BigInt(part?.kappa ?? 0), 0n) % 2n ** 64n,
		);
	}
	expect(april.get('total')).toMatchObject({ n: 32, structures: 6, top: 6 });
	expect(second.get('total')).toMatchObject({ n: 104, structures: 6 });
	expect(second.get('departement-platform-benefit/2A/CAF_MON_COMPTE/RSA')?.n).toBe(26);

	expect(await rowsIn(world.publisher, 'private.cell_structures')).toBe(0);
	expect(await world.keys.read('quarters/2026-Q2')).toBeNull();
}, 120_000);

it('a month of which a week is missing is not published', async () => {
	const world = await useSmallWorld(structures);
	for (const [index, week] of weeksFrom('2026-W15', 3).entries()) {
		await world.receive(weekly(week, index));
		await world.close(week);
	}

	expect(await manifestsOf(world.publisher)).toEqual(['2026-W15', '2026-W16', '2026-W17']);
});

it('a week that comes before a loaded, still open one is refused, and closed once it is its turn', async () => {
	const world = await useSmallWorld(structures);
	await world.receive([...weekly('2026-W14', 0), ...weekly('2026-W15', 1)]);

	await expect(world.close('2026-W15')).rejects.toThrow(
		'2026-W14 has events and must be closed before 2026-W15',
	);
	await world.close('2026-W14');
	await world.close(addWeeks('2026-W14', 1));

	expect(await manifestsOf(world.publisher)).toEqual(['2026-W14', '2026-W15']);
});

it('structures that the registry does not know count together as one', async () => {
	const world = await useSmallWorld(['s0']);
	for (const [index, week] of weeksFrom('2026-W14', 4).entries()) {
		await world.receive(weekly(week, index));
		await world.close(week);
	}

	const month = await factsOf(world.publisher, '2026-M04');
	expect(month.get('total')).toMatchObject({ n: 32, structures: 2, top: 26 });
});

it('a 53rd week joins the last month and the last quarter of its year, and the next year begins after it', async () => {
	const world = await useSmallWorld(structures);
	await world.receive([
		...weekly('2026-W40', 0),
		...weekly('2026-W48', 1),
		...weekly('2026-W53', 2),
		...weekly('2027-W01', 3),
	]);
	for (const week of weeksFrom('2026-W40', 15)) await world.close(week);

	const releases = await manifestsOf(world.publisher);
	expect(releases.filter((release) => !release.includes('W'))).toEqual([
		'2026-M10',
		'2026-M11',
		'2026-M12',
		'2026-Q4',
	]);
	expect((await factsOf(world.publisher, '2026-M12')).get('total')?.n).toBe(16);
	expect((await factsOf(world.publisher, '2026-Q4')).get('total')?.n).toBe(24);
	expect((await factsOf(world.publisher, '2027-W01')).get('total')?.n).toBe(8);
	expect(await world.keys.read('quarters/2026-Q4')).toBeNull();
	expect(await world.keys.read('quarters/2027-Q1')).not.toBeNull();
}, 180_000);
