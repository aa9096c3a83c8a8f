import { definitionsFor } from '@vigie/kafka/topics';
import { retain } from '@vigie/publisher/retention/retain';
import { retention } from '@vigie/schemas/retention';
import { topicNames } from '@vigie/schemas/topics';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Report, useSmallWorld } from './small-world.js';
import { readRows, rowsIn } from './store.js';

const structures = ['a', 'b', 'c', 'd'];
// 2026-W10 begins on Monday 2 March; slot 253 is Wednesday 4 March, 15:15 in Paris.
const reports: Report[] = Array.from({ length: 24 }, (_, event) => ({
	event,
	week: '2026-W10',
	slot: 253,
	structure: structures[event % 4] ?? 'a',
}));

/** hoursIn gives the distinct pairs of hours of the events: observed, received. */
const hoursIn = async (world: Awaited<ReturnType<typeof useSmallWorld>>): Promise<string[][]> => {
	const rows = await readRows(
		world.publisher,
		'SELECT DISTINCT toString(observedAt) AS at, toString(receivedSlot) AS slot FROM private.events FINAL ORDER BY at',
		{},
		z.object({ at: z.string(), slot: z.string() }),
	);
	return rows.map(({ at, slot }) => [at, slot]);
};
const both = (hour: string): string[][] => [[hour, hour]];

it('hours of observation and reception become the day after 90 days, the ISO week after 13 months, and the event goes after 25 months', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	await world.close('2026-W10');

	await retain(world.publisher, new Date('2026-06-02T10:00:00Z'));
	expect(await hoursIn(world)).toEqual(both('2026-03-04 14:15:00'));
	// Midnight in Paris.
	await retain(world.publisher, new Date('2026-06-03T10:00:00Z'));
	expect(await hoursIn(world)).toEqual(both('2026-03-03 23:00:00'));
	expect(await rowsIn(world.publisher, 'private.events')).toBe(24);

	await retain(world.publisher, new Date('2027-04-05T10:00:00Z'));
	expect(await hoursIn(world)).toEqual(both('2026-03-01 23:00:00'));
	const versions = 'SELECT max(firstWins) AS most FROM private.events';
	expect(await readRows(world.publisher, versions, {}, z.object({ most: z.string() }))).toEqual([
		{ most: '0' },
	]);
	expect(await rowsIn(world.publisher, 'private.events')).toBe(24);

	await retain(world.publisher, new Date('2028-04-01T10:00:00Z'));
	expect(await rowsIn(world.publisher, 'private.events')).toBe(24);
	await retain(world.publisher, new Date('2028-04-20T10:00:00Z'));
	expect(await rowsIn(world.publisher, 'private.events')).toBe(0);
});

it('exact counts by quarter of an hour go after 13 months, whole months at a time; releases and facts stay', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);
	await world.close('2026-W10');
	const facts = await rowsIn(world.publisher, 'private.cell_facts');

	await retain(world.publisher, new Date('2027-04-20T10:00:00Z'));
	expect(await rowsIn(world.publisher, 'private.series_slot')).toBeGreaterThan(0);
	await retain(world.publisher, new Date('2027-05-02T10:00:00Z'));

	expect(await rowsIn(world.publisher, 'private.series_slot')).toBe(0);
	expect(await rowsIn(world.publisher, 'private.cell_facts')).toBe(facts);
	expect(await rowsIn(world.publisher, 'published.manifest')).toBe(1);
});

it('a week that is not closed yet keeps its tokens and its quarters of an hour when its observed hours are made coarser', async () => {
	const world = await useSmallWorld(structures);
	await world.receive(reports);

	await retain(world.publisher, new Date('2026-07-01T10:00:00Z'));

	expect(await hoursIn(world)).toEqual([['2026-03-03 23:00:00', '2026-03-04 14:15:00']]);
	expect((await world.close('2026-W10')).outcome).toBe('released');
});

it('raw messages stay 16 days in Kafka, and sealed comments are gone after 30, the open day of a segment included', () => {
	const settings = definitionsFor('', 1);
	const days = (topic: string, name: string): number =>
		Number(settings.get(topic)?.settings[name]) / 86_400_000;

	for (const topic of [topicNames.events, topicNames.deadLetters, topicNames.signalsPrivate])
		expect(days(topic, 'retention.ms')).toBe(retention.rawDays);
	expect(days(topicNames.comments, 'retention.ms') + days(topicNames.comments, 'segment.ms')).toBe(
		retention.commentDays,
	);
});
