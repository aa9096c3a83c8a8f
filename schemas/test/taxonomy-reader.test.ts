import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { readEntry } from '../src/taxonomy/read-entry.js';
import {
	type CodeOf,
	codesOf,
	entryOf,
	isKnownVersion,
	labelOf,
	listNames,
	readCode,
	TAXONOMY_VERSION,
	taxonomyDocument,
} from '../src/taxonomy.js';

const versions = ['2026.1', '2026.2', '2027.1'];
const made = [
	{ code: 'KEPT', since: '2026.1' },
	{ code: 'GONE', since: '2026.1', retired: '2026.2' },
	{ code: 'NEW', since: '2027.1' },
];

describe('a code from outside is judged with the version it was filed with', () => {
	it('accepts a code in force', () => {
		expect(readEntry(made, 'KEPT', '2027.1', versions)).toEqual({ ok: true, entry: made[0] });
	});

	it.each(['2026.2', '2027.1'])('refuses in %s a code retired in 2026.2', (version) => {
		expect(readEntry(made, 'GONE', version, versions)).toEqual({ ok: false, error: 'retired_code' });
	});

	it('still reads a retired code under the version that had it', () => {
		expect(readEntry(made, 'GONE', '2026.1', versions).ok).toBe(true);
	});

	it('does not know a code before the version that brought it', () => {
		expect(readEntry(made, 'NEW', '2026.2', versions)).toEqual({ ok: false, error: 'unknown_code' });
		expect(readEntry(made, 'NEW', '2027.1', versions).ok).toBe(true);
	});

	it.each(['2025.9', '2026.10', '', 'latest'])('refuses the unknown version "%s"', (version) => {
		const error = 'unknown_taxonomy_version';
		expect(readEntry(made, 'KEPT', version, versions)).toEqual({ ok: false, error });
		expect(readCode('steps', 'ENVOI', version)).toEqual({ ok: false, error });
		expect(isKnownVersion(version)).toBe(false);
	});

	it.each(['NOPE', 'envoi', 'ENVOI ', '', 'constructor', '__proto__', 'NON_PRECISE'])(
		'refuses the unknown code "%s"',
		(code) => {
			expect(readCode('steps', code, TAXONOMY_VERSION)).toEqual({ ok: false, error: 'unknown_code' });
		},
	);

	it('refuses a code of another list', () => {
		expect(readCode('steps', 'RSA', TAXONOMY_VERSION).ok).toBe(false);
		expect(readCode('benefits', 'RSA', TAXONOMY_VERSION).ok).toBe(true);
	});
});

describe('the reader serves code and people', () => {
	it('gives the codes as literals, fit for a zod enum', () => {
		const step = z.enum(codesOf('steps'));
		expectTypeOf<z.infer<typeof step>>().toEqualTypeOf<CodeOf<'steps'>>();
		expect(step.safeParse('ENVOI').success).toBe(true);
		expect(step.safeParse('NOPE').success).toBe(false);
	});

	it('labels a code in each language', () => {
		expect(labelOf('benefits', 'RSA', 'fr')).toBe('Revenu de solidarité active');
		expect(labelOf('referralFamilies', 'MN', 'en')).toBe('Digital mediation');
		expect(entryOf('levels', 'strong').fr).toBe('signal fort');
	});

	it('publishes every list as plain JSON', () => {
		const document = taxonomyDocument(TAXONOMY_VERSION);
		expect(Object.keys(document.lists)).toEqual([...listNames]);
		expect(JSON.parse(JSON.stringify(document))).toEqual(document);
	});
});
