import type { ClickHouseClient } from '@clickhouse/client';
import { freezeWeek } from '@vigie/publisher/closing/freeze-week';
import { checkBase } from '@vigie/publisher/release/base';
import { saveManifest } from '@vigie/publisher/release/manifest';
import { readFacts } from '@vigie/publisher/release/read-facts';
import { type Rebuilder, rebuildRelease } from '@vigie/publisher/release/rebuild';
import { renderRelease } from '@vigie/publisher/release/render';
import { publishedNodes } from '@vigie/publisher/vocabulary/cube';
import { latticeVersionOf } from '@vigie/schemas/lattice';
import { expect, it } from 'vitest';
import { CELL_KEY, type Report, type SmallWorld, useSmallWorld } from './small-world.js';
import { cellsOf, manifestsOf, rowsIn } from './store.js';

const WEEK = '2026-W46';
const structures = ['a', 'b', 'c', 'd'];
const reports = Array.from(
	{ length: 120 },
	(_, event): Report => ({ event, week: WEEK, slot: event, structure: structures[event % 4] ?? 'a' }),
);

const rebuilderOf = (client: ClickHouseClient, change: Partial<Rebuilder> = {}): Rebuilder => ({
	client,
	world: 'demo',
	profile: 'standard',
	base: '1',
	cellKey: CELL_KEY,
	clock: { now: () => new Date('2028-01-04T10:00:00Z') },
	...change,
});

const closedWorld = async (): Promise<{ readonly world: SmallWorld; readonly hash: string }> => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	const [release] = (await world.close(WEEK)).releases;
	return { world, hash: release?.hash ?? '' };
};

/** copyTable carries a table to another store, as a restored copy would. */
const copyTable = async (from: ClickHouseClient, to: ClickHouseClient, table: string): Promise<void> => {
	const rows = await from.query({ query: `SELECT * FROM ${table}`, format: 'JSONEachRow' });
	await to.insert({ table, values: await rows.json(), format: 'JSONEachRow' });
};

const { world, hash } = await closedWorld();
const hand = world.engine.clientOf('migrator');

it('P10: a year later, without events nor the week’s key, a release is the same to the byte', async () => {
	await hand.command({ query: 'TRUNCATE TABLE private.events' });
	expect(await world.keys.read(`weeks/${WEEK}`)).toBeNull();

	expect(await rebuildRelease(rebuilderOf(world.publisher), WEEK, 'week')).toEqual({
		outcome: 'same',
		release: WEEK,
		hash,
	});
});

it('P10: on another machine, from the frozen facts alone, a release comes back the same', async () => {
	const other = await useSmallWorld(structures);
	const there = other.engine.clientOf('migrator');
	for (const table of ['private.cell_facts', 'state.closings']) await copyTable(hand, there, table);

	const rebuilt = await rebuildRelease(rebuilderOf(other.publisher), WEEK, 'week');

	expect(rebuilt).toEqual({ outcome: 'restored', release: WEEK, hash });
	expect(await manifestsOf(other.publisher)).toEqual([WEEK]);
	expect(await cellsOf(other.publisher, WEEK)).toEqual(await cellsOf(world.publisher, WEEK));
}, 60_000);

it('P10: late events change nothing, for a closed week is not counted again, nor could be; it is seen to fail when one frozen fact changes', async () => {
	const { world: late, hash: then } = await closedWorld();
	const there = late.engine.clientOf('migrator');
	const rebuilt = async () => rebuildRelease(rebuilderOf(late.publisher), WEEK, 'week');
	await late.receive(reports.map((report) => ({ ...report, event: report.event + 1_000 })));
	expect(await freezeWeek(late.closing, WEEK)).toBeNull();
	expect(await rebuilt()).toEqual({ outcome: 'same', release: WEEK, hash: then });

	await there.command({ query: "ALTER TABLE private.cell_facts UPDATE n = n + 1 WHERE node = 'total'" });

	expect(await rebuilt()).toMatchObject({ outcome: 'differs', published: then });

	await there.command({ query: 'TRUNCATE TABLE state.closings' });
	await expect(freezeWeek(late.closing, WEEK)).rejects.toMatchObject({ name: 'LostTokens' });
}, 60_000);

it('cells that the store has lost are put back', async () => {
	await hand.command({ query: 'TRUNCATE TABLE published.cells' });

	expect(await rebuildRelease(rebuilderOf(world.publisher), WEEK, 'week')).toMatchObject({
		outcome: 'restored',
	});
	expect(await rebuildRelease(rebuilderOf(world.publisher), WEEK, 'week')).toMatchObject({ outcome: 'same' });
});

it('a release of a rule that hid less is put back as it was, and a new one by that rule is not made', async () => {
	const old = await useSmallWorld(structures);
	// Two of a total's parts are too small to be shown; the rule of today hides the next one, that of then did not.
	const small: Report[] = [1, 2].map((event) => ({
		event: 1_000 + event,
		week: WEEK,
		structure: 'a',
		columns: { territory: event === 1 ? '75' : '35' },
	}));
	await old.receive([...reports, ...small]);
	await freezeWeek(old.closing, WEEK);
	const there = old.engine.clientOf('migrator');
	await there.command({ query: "ALTER TABLE private.cell_facts UPDATE withheld = 'none' WHERE true" });
	const nodes = publishedNodes('standard', 'week');
	const facts = await readFacts(old.publisher, WEEK, nodes);
	const { hash: then } = renderRelease(WEEK, nodes, facts, old.closing.disclosure);
	await expect(rebuildRelease(rebuilderOf(old.publisher), WEEK, 'week')).rejects.toMatchObject({
		name: 'ReleaseBlocked',
	});

	await saveManifest(old.publisher, {
		release: WEEK,
		level: 'week',
		world: 'demo',
		hash: then,
		mechanism: old.closing.disclosure.mechanism,
		lattice: latticeVersionOf('standard'),
		tables: nodes.map(({ id }) => id),
		gate: { P8: 0, P9: 0, A5: 0, A7: 0 },
		publishedAt: new Date('2026-11-24T05:00:00Z'),
	});

	expect(await rebuildRelease(rebuilderOf(old.publisher), WEEK, 'week')).toEqual({
		outcome: 'restored',
		release: WEEK,
		hash: then,
	});
}, 60_000);

it('what cannot be computed again says why, and nothing is written', async () => {
	const cells = await rowsIn(world.publisher, 'published.cells');
	const rebuild = async (change: Partial<Rebuilder>, release = WEEK) =>
		(await rebuildRelease(rebuilderOf(world.publisher, change), release, 'week')).outcome;

	expect(await rebuild({}, '2026-W45')).toBe('not-closed');
	expect(await rebuild({ base: '2' })).toBe('other-base');
	expect(await rebuild({ profile: 'pilot' })).toBe('other-edition');
	expect(await rebuild({ cellKey: Buffer.alloc(32, 1) })).toBe('differs');
	expect(await rowsIn(world.publisher, 'published.cells')).toBe(cells);
});

it('another cell key under the name of a base is refused, one under a new name is not', async () => {
	await checkBase(world.publisher, '1', CELL_KEY);
	await checkBase(world.publisher, '1', CELL_KEY);

	await expect(checkBase(world.publisher, '1', Buffer.alloc(32, 1))).rejects.toThrow('is not that of base 1');
	await checkBase(world.publisher, '2', Buffer.alloc(32, 1));
});
