import type { ClickHouseClient } from '@clickhouse/client';
import { freezeWeek } from '@vigie/publisher/closing/freeze-week';
import { splitIds } from '@vigie/publisher/closing/id-buckets';
import { expect, it } from 'vitest';
import { type Report, type SmallWorld, useSmallWorld } from './small-world.js';

const WEEK = '2026-W46';
const structures = ['a', 'b', 'c', 'd', 'e'];
const territories = ['35', '75', '69'];
const steps = ['CONNEXION', 'ENVOI', 'NON_PRECISE'];

const first = Array.from(
	{ length: 150 },
	(_, event): Report => ({
		event,
		week: WEEK,
		slot: (event * 41) % 640,
		structure: structures[event % 5] ?? 'a',
		ownPlatform: event % 11 === 0,
		columns: {
			territory: territories[event % 3] ?? '35',
			step: steps[event % 3] ?? 'NON_PRECISE',
			failureKind: event % 4 === 0 ? 'NON_PRECISE' : 'PANNE',
		},
	}),
);
const reports: readonly Report[] = [
	...first,
	// Copies, revisions, retractions; one that arrived the week before; one revised in time in the next.
	...first.filter(({ event }) => event % 6 === 0),
	...first
		.filter(({ event }) => event % 8 === 0)
		.map((report) => ({ ...report, revision: 1, slot: 650, retracted: report.event % 16 === 0 })),
	...first.filter(({ event }) => event % 50 === 7).map((report) => ({ ...report, week: '2026-W45' })),
	...first
		.filter(({ event }) => event % 50 === 9)
		.map((report) => ({ ...report, week: '2026-W47', slot: 1, revision: 1, retracted: true })),
];

const tables = [
	'SELECT * FROM private.cell_facts FINAL ORDER BY ALL',
	'SELECT * FROM private.series_week FINAL ORDER BY ALL',
	'SELECT * FROM private.series_slot FINAL ORDER BY ALL',
	'SELECT * FROM private.cell_structures FINAL ORDER BY ALL',
];

const readAll = async ({ publisher }: SmallWorld): Promise<string[]> =>
	Promise.all(tables.map(async (query) => (await publisher.query({ query, format: 'TabSeparated' })).text()));

const frozen = async (eventsAtOnce: number): Promise<string[]> => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	await world.close('2026-W45');
	await freezeWeek({ ...world.closing, eventsAtOnce }, WEEK);
	return readAll(world);
};

it('a week that is counted a few events at a time comes out as one that is counted at once', async () => {
	const atOnce = await frozen(1_000_000);

	for (const table of atOnce) expect(table.split('\n').length).toBeGreaterThan(10);
	expect(await frozen(40)).toEqual(atOnce);
	expect(await frozen(3)).toEqual(atOnce);
});

it.each([1, 2, 7, 25])('%i ranges of ids hold every id once, in the order of the engine', (buckets) => {
	const order = (id: string): string => {
		const hex = id.replaceAll('-', '');
		return hex.slice(16) + hex.slice(0, 16);
	};
	const ranges = splitIds(buckets);

	expect(ranges).toHaveLength(buckets);
	expect(BigInt(`0x${order(ranges[0]?.first ?? '')}`)).toBe(0n);
	expect(order(ranges.at(-1)?.last ?? '')).toBe('f'.repeat(32));
	for (const [index, { first: start }] of ranges.entries())
		if (index > 0)
			expect(BigInt(`0x${order(start)}`)).toBe(BigInt(`0x${order(ranges[index - 1]?.last ?? '')}`) + 1n);
});

/** touchedBy is a publisher's client beside which another closing counts an event at the same moment. */
const touchedBy = (client: ClickHouseClient): ClickHouseClient =>
	new Proxy(client, {
		get: (target, name) =>
			name !== 'command'
				? Reflect.get(target, name)
				: async (params: Parameters<ClickHouseClient['command']>[0]) => {
						const done = await target.command(params);
						if (params.query.includes('INSERT INTO private.closing_counts\n'))
							await target.insert({
								table: 'private.closing_counts',
								values: [{ cell: 0, reporterToken: 1, structureToken: 1, n: 1 }],
								format: 'JSONEachRow',
							});
						return done;
					},
	});

it('a closing beside which another one counted marks nothing closed, and leaves no scratch', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(first);

	await expect(
		freezeWeek({ ...world.closing, client: touchedBy(world.publisher) }, WEEK),
	).rejects.toMatchObject({ name: 'StageTouched' });

	const left = await world.publisher.query({
		query: `
			SELECT
				(SELECT count() FROM state.closings)
				+ (SELECT count() FROM private.closing_events)
				+ (SELECT count() FROM private.closing_tokens)
				+ (SELECT count() FROM private.closing_counts)
				+ (SELECT count() FROM private.closing_slots) AS rows
		`,
		format: 'TabSeparated',
	});
	expect((await left.text()).trim()).toBe('0');
	// Alone, it closes.
	expect((await freezeWeek(world.closing, WEEK))?.size).toBeGreaterThan(0);
});
