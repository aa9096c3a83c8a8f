import { Writable } from 'node:stream';
import { addWeeks, weekBounds, weekOf } from '@vigie/schemas/calendar';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { useRunningPublisher } from '../running-publisher.js';
import { idOf, rowOf } from '../small-world.js';
import { factsOf, manifestsOf } from '../store.js';

// P11: no exact count leaves the private tables by what the publisher says of itself: its log, its figures, its jobs' results, its errors.

/** So large that no duration in milliseconds nor anything else that is told is likely to be the same number. */
const COUNTS = { CAF_MON_COMPTE: 61_483, AMELI: 43_627 } as const;
const week = addWeeks(weekOf(new Date()), -2);
const structures = ['a', 'b', 'c'] as const;

const lines: string[] = [];
const log = new Writable({
	write: (line: Buffer, _encoding, done) => {
		lines.push(line.toString());
		done();
	},
});

const publisher = await useRunningPublisher(weekBounds(week).start.toISOString(), {
	logger: pino({ level: 'trace' }, log),
	before: async (hand, keys) => {
		// One row a platform and structure, as the loader writes it; the others differ by their event only.
		const templates = await Promise.all(
			Object.keys(COUNTS).flatMap((platform, at) =>
				structures.map((structure, nth) =>
					rowOf(keys, { event: at * 10 + nth, week, slot: 4, structure, columns: { platform } }),
				),
			),
		);
		const rows = Object.values(COUNTS).flatMap((count, at) =>
			Array.from({ length: count }, (_, event) => ({
				...templates[at * structures.length + (event % structures.length)],
				id: idOf(1_000_000 * (at + 1) + event),
				recordKey: String(1_000_000 * (at + 1) + event),
			})),
		);
		await hand.insert({
			table: 'state.registry',
			values: structures.map((id, version) => ({
				key: `structure:${id}`,
				type: 'structure',
				id,
				body: '{}',
				version,
			})),
			format: 'JSONEachRow',
		});
		await hand.insert({ table: 'private.events', values: rows, format: 'JSONEachRow' });
	},
});

/** tellsOf gives which of the exact counts a text holds, as a number by itself. */
const tellsOf = (text: string, counts: readonly number[]): readonly number[] =>
	counts.filter((count) =>
		new RegExp(`(?<![\\d.])${count}(?![\\d.])`).test(text.replace(/[ _,\u00A0\u202F](?=\d{3})/g, '')),
	);

const exact = [...Object.values(COUNTS), COUNTS.CAF_MON_COMPTE + COUNTS.AMELI];

it('what looks for an exact count finds it, however it is written', () => {
	expect(tellsOf('{"events":61483}', exact)).toEqual([61_483]);
	expect(tellsOf('cells_total{level="week"} 105110', exact)).toEqual([105_110]);
	expect(tellsOf('43 627 déclarations', exact)).toEqual([43_627]);
	expect(tellsOf('"ms":161483', exact)).toEqual([]);
});

it('P11: a closing tells no exact count in its log, its figures, its answers nor the result of its job', async () => {
	await vi.waitFor(async () => expect(await manifestsOf(publisher.store)).toContain(week), {
		timeout: 60_000,
		interval: 200,
	});
	// It was counted, and exactly.
	const facts = await factsOf(publisher.store, week);
	expect(facts.get('total')?.n).toBe(exact.at(-1));

	const again = await publisher.queue.close({ week });
	const refused = await publisher.queue.close({ week: weekOf(new Date()) });
	const answers = await Promise.all(
		['/health/ready', '/metrics', '/nowhere'].map(async (path) =>
			(await fetch(`${publisher.url}${path}`)).text(),
		),
	);

	expect(lines.join('')).toContain('week closed and published');
	for (const told of [...lines, JSON.stringify(again), JSON.stringify(refused), ...answers])
		expect(tellsOf(told, exact), told).toEqual([]);
}, 120_000);
