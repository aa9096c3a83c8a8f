import { expect, it } from 'vitest';
import { eventSchemas, familyOf } from '../src/events.js';
import { type Level, lattice, levelOfPeriod, nodeOf } from '../src/lattice.js';

const levels = ['week', 'month', 'quarter'] as const satisfies readonly Level[];

// What each family of events can be counted by: its own fields, what is derived from them, and where it comes from.
const countable = {
	failures: [
		'platform',
		'failureKind',
		'failureGroup',
		'step',
		'benefit',
		'consequence',
		'region',
		'departement',
		'roleFamily',
	],
	nontakeup: ['nonTakeUpType', 'benefit', 'region', 'departement', 'roleFamily'],
	referrals: ['referralFrom', 'referralTo', 'loop', 'region'],
} as const;

it.each(levels)('the nodes of a %s have each a name and a set of dimensions of their own', (level) => {
	const shapes = lattice[level].map(
		({ family, dimensions }) => `${family} ${[...dimensions].sort().join(' ')}`,
	);

	expect(new Set(lattice[level].map(({ id }) => id)).size).toBe(lattice[level].length);
	expect(new Set(shapes).size).toBe(shapes.length);
});

it.each(levels)('the nodes of a %s are counted by what their family has, at most three at once', (level) => {
	for (const { id, family, dimensions } of lattice[level]) {
		expect(countable[family], id).toEqual(expect.arrayContaining([...dimensions]));
		expect(new Set(dimensions).size, id).toBe(dimensions.length);
		expect(dimensions.length, id).toBeLessThanOrEqual(3);
	}
});

it('a month is published with nothing that its quarter leaves out', () => {
	expect(lattice.quarter).toEqual(expect.arrayContaining([...lattice.month]));
});

it('a circuit is published by région at the finest', () => {
	const referrals = levels.flatMap((level) => lattice[level]).filter(({ family }) => family === 'referrals');

	expect(referrals.flatMap(({ dimensions }) => dimensions)).not.toContain('departement');
	expect(lattice.week.some(({ family }) => family === 'referrals')).toBe(false);
});

it('every family that events have is published somewhere, answers about a repair apart', () => {
	const published = new Set(levels.flatMap((level) => lattice[level].map(({ family }) => family)));

	for (const versions of Object.values(eventSchemas))
		for (const schema of Object.values(versions))
			if (schema.shape.kind.value !== 'repair.confirmed')
				expect(published).toContain(familyOf(schema.shape.kind.value));
});

it('a period tells its level, and anything else has none', () => {
	expect(['2026-W46', '2026-M11', '2026-Q4'].map(levelOfPeriod)).toEqual(levels);
	expect(['2026', '2026-Q5', '2026-W4', 'constructor', ' 2026-W46'].map(levelOfPeriod)).toEqual(
		Array.from({ length: 5 }, () => null),
	);
});

it('a node is found by its name at its own level only', () => {
	expect(nodeOf('week', 'platform')?.dimensions).toEqual(['platform']);
	expect(nodeOf('week', 'from-to')).toBeNull();
	expect(nodeOf('month', 'toString')).toBeNull();
});
