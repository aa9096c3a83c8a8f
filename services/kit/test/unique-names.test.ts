import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasUniqueNames } from '../src/unique-names.js';

const check = (text: string): boolean => hasUniqueNames(text, JSON.parse(text));

test.each([
	'{"a":1,"a":2}',
	'{"a":1,"\\u0061":2}',
	'{"a":{"b":1,"b":1}}',
	'[{"a":[{"c":1,"c":2}]}]',
	'{"a":"\\"","a":2}',
	'{"a" :1, "a"\n:2}',
	'{"":1,"":2}',
])('%s repeats a name', (text) => {
	expect(check(text)).toBe(false);
});

test.each([
	'{"a":"a","b":"a"}',
	'[{"a":1},{"a":1}]',
	'{"a":{"a":{"a":1}}}',
	'{"a":"\\"a\\":1,\\"a\\":2"}',
	'"a"',
	'[]',
])('%s does not', (text) => {
	expect(check(text)).toBe(true);
});

test('whatever one writer makes of a value repeats no name', () => {
	fc.assert(fc.property(fc.jsonValue(), (value) => check(JSON.stringify(value))));
});

test('a name repeated anywhere is found', () => {
	const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
	fc.assert(
		fc.property(object, (value) => {
			const [name = ''] = Object.keys(value);
			const repeated = `{${JSON.stringify(name)}:0,${JSON.stringify(value).slice(1)}`;
			expect(check(`[${repeated}]`)).toBe(false);
		}),
	);
});
