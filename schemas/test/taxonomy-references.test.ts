import { describe, expect, it } from 'vitest';
import { benefitsServed } from '../src/taxonomy/benefits-served.js';
import { impossiblePairs } from '../src/taxonomy/impossible-pairs.js';
import { type BodyEntry, bodies } from '../src/taxonomy/lists/bodies.js';
import { platforms } from '../src/taxonomy/lists/platforms.js';
import { codesOf, type ListName, TAXONOMY_VERSION, taxonomyDocument } from '../src/taxonomy.js';

const { lists } = taxonomyDocument(TAXONOMY_VERSION);

const references: readonly [ListName, string, ListName][] = [
	['platforms', 'owner', 'bodies'],
	['benefits', 'bodies', 'bodies'],
	['bodies', 'national', 'bodies'],
	['failureKinds', 'group', 'failureGroups'],
	['consequences', 'severity', 'severities'],
	['situations', 'infers', 'nonTakeUpTypes'],
	['situations', 'reason', 'nonTakeUpReasons'],
	['nonTakeUpReasons', 'type', 'nonTakeUpTypes'],
	['roles', 'family', 'roleFamilies'],
	['roleFamilies', 'node', 'referralFamilies'],
	['structureTypes', 'family', 'structureFamilies'],
	['departements', 'region', 'regions'],
	['publishedRates', 'benefit', 'benefits'],
];

/** valuesOf reads one field of every entry as a caller of the API would see it. */
function valuesOf(list: ListName, field: string): unknown[] {
	return (lists[list] ?? []).flatMap((entry) => {
		const value: unknown = Reflect.get(entry, field);
		return Array.isArray(value) ? value : [value];
	});
}

describe('every reference of the taxonomy resolves', () => {
	it.each(references)('%s.%s names a code of %s', (list, field, target) => {
		const known: readonly unknown[] = [...codesOf(target), ...(field === 'group' ? ['NON_PRECISE'] : [])];
		const values = valuesOf(list, field);
		expect(values.length).toBeGreaterThan(0);
		expect(values.filter((value) => !known.includes(value))).toEqual([]);
	});

	it('leaves no failure group, type, family or région without an entry', () => {
		for (const [list, field, target] of references) {
			if (['bodies', 'benefits', 'nonTakeUpReasons'].includes(target)) continue;
			const used = valuesOf(list, field);
			const unused = codesOf(target).filter((code) => !used.includes(code));
			expect(unused.filter((code) => !['PL', 'FS'].includes(code))).toEqual([]);
		}
	});

	it('gives each situation a reason of the very type it infers', () => {
		const typeOf = new Map(lists.nonTakeUpReasons?.map((entry) => [entry.code, Reflect.get(entry, 'type')]));
		for (const situation of lists.situations ?? []) {
			expect(typeOf.get(Reflect.get(situation, 'reason'))).toBe(Reflect.get(situation, 'infers'));
		}
	});

	it('makes every national body its own, and sends a local one to a national one or to itself', () => {
		const rows: readonly BodyEntry[] = bodies;
		for (const body of rows) {
			const target = rows.find(({ code }) => code === body.national);
			expect(target?.national).toBe(body.national);
			if (body.scope === 'national') expect(body.national).toBe(body.code);
		}
	});

	it('says for every platform which rights it serves', () => {
		expect(Object.keys(benefitsServed).sort()).toEqual([...codesOf('platforms')].sort());
		const served = Object.values(benefitsServed).flatMap((rights) => (rights === 'ALL' ? [] : rights));
		expect(served.filter((code) => !codesOf('benefits').includes(code))).toEqual([]);
	});

	it('names only known codes in impossible pairs', () => {
		const known: readonly string[] = (['platforms', 'benefits', 'steps', 'failureKinds'] as const).flatMap(
			(list) => codesOf(list),
		);
		const named = impossiblePairs.flat().flatMap((codes) => Object.values(codes).flat());
		expect(named.filter((code) => !known.includes(code))).toEqual([]);
	});

	it('gives a hostname to one platform only', () => {
		const names = platforms.flatMap(({ hostnames }) => hostnames.map(({ name }) => name));
		expect(new Set(names).size).toBe(names.length);
	});
});
