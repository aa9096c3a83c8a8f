import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detect } from '../../src/personal-data/detect.js';
import { normalise } from '../../src/personal-data/normalised.js';
import { foundIn } from './found-in.js';

it('invisible characters, other digits, other spaces and dashes read as the plain ones', () => {
	const { text } = normalise('0\u200B6\u00A012\u2009٣٤–５６‑७८');

	expect(text).toBe('06 12 34-56-78');
});

it('digits written with letters read as digits, and words stay words', () => {
	expect(normalise('O6 I2 3o 45 OO').digits).toBe('06 12 30 45 OO');
	expect(normalise('Il a 10 dossiers, le S1 2026, niveau B1').digits).toBe(
		'Il a 10 dossiers, le S1 2026, niveau B1',
	);
});

it.each([
	[
		'zero width inside',
		'appelez le 0\u200B6\u200B12\u200B34\u200B56\u200B78 svp',
		'0\u200B6\u200B12\u200B34\u200B56\u200B78',
	],
	['digits of two units each', 'le 𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 !', '𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖'],
	[
		'accents of their own, before and inside',
		'e\u0301te\u0301 Mme Dupre\u0301, e\u0301crire',
		'Mme Dupre\u0301',
	],
	['several spaces', 'le   06   12 34   56 78 .', '06   12 34   56 78'],
])('what is found is where it stands in the text as written: %s', (_case, text, marked) => {
	expect(detect(text).map(({ start, end }) => text.slice(start, end))).toEqual([marked]);
});

it('a text of any characters is judged, and its findings are inside it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 280 }), (text) => {
			for (const { start, end } of detect(text)) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		}),
	);
});

it('an empty text holds nothing', () => {
	expect(foundIn('')).toEqual([]);
	expect(foundIn(' \n\u200B ')).toEqual([]);
});
