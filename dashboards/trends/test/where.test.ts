import type { SeriesTable } from '@vigie/schemas/http';
import { expect, test } from 'vitest';
import { manifests } from '../../ui/test/support/published-fixture.js';
import { editionOf } from '../src/logic/edition.js';
import { NO_FILTER } from '../src/logic/filters.js';
import { whereQuery } from '../src/logic/where-query.js';
import { classOfRatio, expectDepartements } from '../src/logic/where-ratio.js';
import { aboveText } from '../src/logic/where-words.js';

const edition = editionOf(manifests, null);
const query = edition && whereQuery(edition, NO_FILTER);
if (!query) throw new Error('the fixture has no map');

/** Each week of each place, by rank. */
const seriesOf = (places: Readonly<Record<string, (rank: number) => number | null>>): SeriesTable => ({
	level: 'week',
	table: 'departement',
	world: 'demo',
	dimensions: ['departement'],
	releases: query.history.map(({ release }) => release),
	hash: '',
	coordinates: Object.keys(places).map((code) => [code]),
	values: query.history.map((_, rank) => Object.values(places).map((at) => at(rank))),
	impossible: [],
});
const isShown = (rank: number): boolean => rank >= query.history.length - query.releases.length;

test('a département is held against itself: a large one that is as usual is not set apart, a small one that tripled is', async () => {
	const series = seriesOf({ '59': () => 900, '23': (rank) => (isShown(rank) ? 90 : 30), '75': () => null });
	const expected = await expectDepartements(series, query);
	const total = (weekly: number): number => weekly * query.releases.length;
	const [large, small] = [expected.get('59'), expected.get('23')];

	expect(large && classOfRatio(total(900), large)).toBe('usual');
	expect(small && classOfRatio(total(90), small)).toBe('twice');
	expect([expected.get('75'), expected.get('13')]).toEqual([null, null]);
});

test('a number within its usual range is as expected, however many times the expected it is', () => {
	expect(classOfRatio(26, { expected: 17, low: 10, high: 27 })).toBe('usual');
	expect(classOfRatio(28, { expected: 17, low: 10, high: 27 })).toBe('more');
	expect(classOfRatio(130, { expected: 100, low: 90, high: 110 })).toBe('some');
});

test('the words say when nobody can be compared, and when nobody stands out', () => {
	const count = { code: '59', value: 100, shown: 1, hidden: 0 };
	const of = (expected: { expected: number; low: number; high: number } | null) =>
		aboveText({ counts: [{ ...count, expected }], query, filters: NO_FILTER });

	expect(of(null)).toContain('ne peut encore être comparé');
	expect(of({ expected: 95, low: 80, high: 110 })).toContain('Aucun département');
	expect(of({ expected: 40, low: 30, high: 50 })).toContain('Nord (2,5 fois l’attendu');
});
