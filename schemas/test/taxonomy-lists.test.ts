import { describe, expect, it } from 'vitest';
import { departementPopulations } from '../src/taxonomy/lists/departement-populations.js';
import { codesOf, type ListName, listNames, TAXONOMY_VERSION, taxonomyDocument } from '../src/taxonomy.js';

const { lists } = taxonomyDocument(TAXONOMY_VERSION);
const territories: readonly ListName[] = ['departements', 'regions'];

const atLeast: readonly [ListName, number][] = [
	['benefits', 40],
	['platforms', 40],
	['steps', 25],
	['failureKinds', 45],
	['bodies', 25],
	['factors', 12],
	['roles', 29],
	['structureTypes', 50],
	['structureFamilies', 10],
	['publishedRates', 8],
];

const exactly: readonly [ListName, number][] = [
	['steps', 25],
	['failureGroups', 5],
	['outcomes', 6],
	['consequences', 8],
	['procedureChannels', 10],
	['filingChannels', 4],
	['roleFamilies', 6],
	['nonTakeUpTypes', 5],
	['situations', 10],
	['durations', 4],
	['referralFamilies', 8],
	['referralNeeds', 4],
	['referralResponses', 4],
	['referralReasons', 12],
	['referralOutcomes', 11],
	['alternatives', 9],
	['timesSpent', 5],
	['personsConcerned', 4],
	['answerReasons', 9],
	['answerStatuses', 13],
	['bands', 4],
	['levels', 4],
	['departements', 101],
	['regions', 18],
];

describe('the taxonomy is complete', () => {
	it.each(atLeast)('%s holds at least %i entries', (list, count) => {
		expect(codesOf(list).length).toBeGreaterThanOrEqual(count);
	});

	it.each(exactly)('%s holds exactly %i entries', (list, count) => {
		expect(codesOf(list)).toHaveLength(count);
	});

	it('gives every département inhabitants', () => {
		const populations = Object.values(departementPopulations);
		expect(Object.keys(departementPopulations).sort()).toEqual([...codesOf('departements')].sort());
		expect(Math.min(...populations)).toBeGreaterThan(50_000);
		expect(populations.reduce((sum, population) => sum + population)).toBeGreaterThan(65_000_000);
	});
});

describe.each(listNames)('the list %s', (name) => {
	const entries = lists[name] ?? [];

	it('bears stable ASCII codes', () => {
		const shape =
			name === 'levels' ? /^[a-z]+$/ : territories.includes(name) ? /^(\d{2,3}|2[AB])$/ : /^[A-Z0-9_]+$/;
		expect(entries.filter(({ code }) => !shape.test(code))).toEqual([]);
	});

	it('bears each code once, and never the code of a dimension left out', () => {
		const codes = entries.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes).not.toContain('NON_PRECISE');
	});

	it('has a label in each language, in typographic French, that is more than its code', () => {
		const poor = entries.filter(
			({ code, fr, en }) =>
				[fr, en].some((label) => label.trim() === '' || label.includes("'")) || fr === code,
		);
		// Level words are their own codes in part: "signal" is the word itself.
		expect(name === 'levels' ? [] : poor).toEqual([]);
	});

	it('has hints in both languages or none', () => {
		const halves = entries.filter(({ hint }) => hint && (hint.fr === '' || hint.en === ''));
		expect(halves).toEqual([]);
	});

	it('shows no two entries under the same French label', () => {
		const labels = entries.map(({ fr }) => fr);
		expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
	});
});
