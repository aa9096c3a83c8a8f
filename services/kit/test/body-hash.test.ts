import { createHash } from 'node:crypto';
import { bodyHashOf, canonicalJson } from '@vigie/kit/body-hash';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const turned = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(turned);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([name, field]) => [name, turned(field)]),
	);
};

test('names are in the order of their UTF-16 units, with no white space', () => {
	const value = { b: [3, { z: true, a: null }], a: 'é', '€': 1, '\ud83d\ude00': 2, A: 0 };

	expect(canonicalJson(value)).toBe('{"A":0,"a":"é","b":[3,{"a":null,"z":true}],"€":1,"\ud83d\ude00":2}');
});

test('the order of fields and a field without a value change nothing', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
		}),
	);
	expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

test('canonical JSON is the same value', () => {
	fc.assert(
		fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
			expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
		}),
	);
});

test('a text is written as JSON writes it, whatever it holds', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(canonicalJson(text)).toBe(JSON.stringify(text));
		}),
	);
	for (let unit = 0; unit < 0x200; unit += 1)
		expect(canonicalJson(String.fromCharCode(unit))).toBe(JSON.stringify(String.fromCharCode(unit)));
});

test('the hash is the first 64 bits of SHA-256', () => {
	const whole = createHash('sha256').update('{"a":1,"b":2}').digest('hex');

	expect(bodyHashOf({ b: 2, a: 1 })).toBe(whole.slice(0, 16));
});
