import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyHashOf, canonicalJson } from '../src/body-hash.js';
import { proposalId } from '../src/proposal-id.js';
import { recordKey } from '../src/record-key.js';
import { tokenOf } from '../src/tokens.js';

// The golden values were computed with another implementation (Python's hmac and hashlib).
const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const id = '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10';

it('the record key of an event is the first 64 bits of HMAC-SHA256(key, "rk1" and the bytes of its uuid)', () => {
	expect(recordKey(key, id)).toBe('4157553859989129324');
	expect(recordKey(key, id.toUpperCase())).toBe('4157553859989129324');
	expect(recordKey(Buffer.alloc(32, 0xff), id)).toBe('15138100860609170531');
});

it('a record key is what Node’s own HMAC gives, for any key and any id', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.uuid(), (bytes, uuid) => {
			const message = Buffer.concat([Buffer.from('rk1'), Buffer.from(uuid.replaceAll('-', ''), 'hex')]);
			const digest = createHmac('sha256', bytes).update(message).digest();
			expect(recordKey(Buffer.from(bytes), uuid)).toBe(digest.readBigUInt64BE(0).toString());
		}),
	);
});

it('one record key is not disturbed by the one before', () => {
	const other = '00000000-0000-4000-8000-000000000000';

	const first = recordKey(key, other);
	recordKey(key, id);

	expect(recordKey(key, other)).toBe(first);
});

it.each(['', 'x', id.slice(0, -2), id.replace('6f', 'zz')])(
	'"%s" has no record key: it is no uuid',
	(text) => {
		expect(() => recordKey(key, text)).toThrow(RangeError);
	},
);

it('a token is the first 64 bits of HMAC-SHA256(key, id)', () => {
	expect(tokenOf(key, 'structure-1')).toBe('6234975583886707883');
	expect(tokenOf(key, 'é')).toBe('2613673272640201638');
});

it('a token tells nothing across two keys', () => {
	expect(tokenOf(Buffer.alloc(32, 0xff), 'structure-1')).not.toBe(tokenOf(key, 'structure-1'));
});

it('the hash of a body is the first 64 bits of the SHA-256 of its canonical JSON', () => {
	const body = { b: 1, a: [true, null, 'é\n'], c: { z: '', y: 0 } };

	expect(canonicalJson(body)).toBe('{"a":[true,null,"é\\n"],"b":1,"c":{"y":0,"z":""}}');
	expect(bodyHashOf(body)).toBe('a4295a757f071e8f');
});

it('keys go by their UTF-16 units, as RFC 8785 has it', () => {
	const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];
	const body = Object.fromEntries([...sorted].reverse().map((name) => [name, 0]));

	expect(canonicalJson(body)).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`);
});

it('canonical JSON says the same thing, in one way only, whatever the order and the layout', () => {
	const shuffled = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(shuffled);
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value)
				.reverse()
				.map(([name, field]) => [name, shuffled(field)]),
		);
	};

	fc.assert(
		fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
			const plain: unknown = JSON.parse(JSON.stringify(value));
			expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
			expect(canonicalJson(shuffled(plain))).toBe(canonicalJson(plain));
			expect(bodyHashOf(JSON.parse(JSON.stringify(plain, null, 4)))).toBe(bodyHashOf(plain));
		}),
	);
});

it('a field left out and a field that is undefined are one body', () => {
	expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it('a proposed platform is named by 128 bits of HMAC-SHA256 of its host: nobody finds a host without the key', () => {
	expect(proposalId(key, 'portail.exemple.fr')).toBe('p-e34ed04b9143e5e2e591e6f87a666cda');
	expect(proposalId(Buffer.alloc(32), 'portail.exemple.fr')).not.toBe('p-e34ed04b9143e5e2e591e6f87a666cda');
});
