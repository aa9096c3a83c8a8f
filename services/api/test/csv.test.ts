import { csvField as field } from '@vigie/schemas/release-csv';
import { expect, test } from 'vitest';

test.each([
	['plain', 'plain'],
	['a,b', '"a,b"'],
	['say "no"', '"say ""no"""'],
	['two\r\nlines', '"two\r\nlines"'],
	['', ''],
])('a field %j is written %s', (text, written) => {
	expect(field(text)).toBe(written);
});
