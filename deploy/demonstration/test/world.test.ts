import { weekOf } from '@vigie/schemas/calendar';
import { Event } from '@vigie/schemas/events';
import { isPossible, readCode } from '@vigie/schemas/taxonomy';
import { expect, test } from 'vitest';
import { benefitWeights, kindWeights, platformWeights, stepWeights } from '../src/mix.js';
import { generateWeek } from '../src/week.js';
import { createWorld } from '../src/world.js';

const world = createWorld({ seed: 'test', now: new Date('2026-11-23T10:00:00Z') });

test('the same seed gives the same bytes, and another seed gives others', () => {
	const again = createWorld({ seed: 'test', now: new Date('2026-11-23T18:00:00Z') });
	const other = createWorld({ seed: 'other', now: new Date('2026-11-23T10:00:00Z') });

	const first = JSON.stringify(generateWeek(world, 40));

	expect(JSON.stringify(generateWeek(again, 40))).toBe(first);
	expect(JSON.stringify(generateWeek(other, 40))).not.toBe(first);
});

test('every arrival is received in its own week and is a valid event of the contract', () => {
	for (const index of [0, 51, 103]) {
		const deliveries = generateWeek(world, index);
		const strays = deliveries.filter(
			({ receivedAtMs }) => weekOf(new Date(receivedAtMs)) !== world.weeks[index],
		);
		const invalid = deliveries.filter(({ event }) => !Event.safeParse(event).success);

		expect(deliveries.length).toBeGreaterThan(1_000);
		expect(strays.length / deliveries.length).toBeLessThan(0.001);
		expect(invalid).toEqual([]);
	}
});

test('the network is 6 000 workers in 900 structures over 101 départements, a tenth of whom do half of the work', () => {
	const { workers, structures, activity } = world.network;
	const each = activity.map((sum, index) => sum - (activity[index - 1] ?? 0)).sort((a, b) => b - a);
	const total = each.reduce((sum, value) => sum + value, 0);
	const tenth = each.slice(0, workers.length / 10).reduce((sum, value) => sum + value, 0);

	expect(workers).toHaveLength(6_000);
	expect(structures).toHaveLength(900);
	expect(new Set(structures.map(({ departement }) => departement)).size).toBe(101);
	expect(tenth / total).toBeGreaterThan(0.42);
	expect(tenth / total).toBeLessThan(0.6);
});

test('adoption grows from about 1 200 to about 8 000 events a week', () => {
	const first = generateWeek(world, 1).length;
	const last = generateWeek(world, 101).length;

	expect(first).toBeGreaterThan(900);
	expect(first).toBeLessThan(2_200);
	expect(last).toBeGreaterThan(6_000);
	expect(last).toBeLessThan(12_000);
});

test('the tables of the mix hold only codes of the taxonomy, in pairs that it declares possible', () => {
	const unknown = Object.keys(platformWeights).filter((code) => !readCode('platforms', code, '2026.1').ok);
	const codes = (tables: Readonly<Record<string, object>>) =>
		Object.values(tables).flatMap((table) => Object.keys(table));
	const pairs = Object.entries(benefitWeights).flatMap(([platform, table]) =>
		Object.keys(table).filter((benefit) => !isPossible('platform', platform, 'benefit', benefit)),
	);

	expect(unknown).toEqual([]);
	expect(codes(benefitWeights).filter((code) => !readCode('benefits', code, '2026.1').ok)).toEqual([]);
	expect(codes(stepWeights).filter((code) => !readCode('steps', code, '2026.1').ok)).toEqual([]);
	expect(codes(kindWeights).filter((code) => !readCode('failureKinds', code, '2026.1').ok)).toEqual([]);
	expect(pairs).toEqual([]);
});
