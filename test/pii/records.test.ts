import { readRecords } from '@vigie/test/pii/record';
import { scoreRecords } from '@vigie/test/pii/score';
import { expect, it } from 'vitest';

const good = '{"text":"Mme Tartempion","spans":[{"start":4,"end":14,"label":"NOM"}]}';

it('blank lines, a byte order mark and Windows line ends are read', () => {
	expect(readRecords(`\uFEFF${good}\r\n\r\n${good}\n`)).toHaveLength(2);
});

it.each([
	['no JSON', '{"text":"Tartempion"', 'line 2: is not JSON'],
	['no spans', '{"text":"Tartempion"}', 'line 2: spans: '],
	[
		'a span outside its text',
		'{"text":"ab","spans":[{"start":0,"end":3,"label":"NOM"}]}',
		'line 2: spans.0: is not inside the text',
	],
	[
		'an empty span',
		'{"text":"ab","spans":[{"start":1,"end":1,"label":"NOM"}]}',
		'line 2: spans.0: is not inside the text',
	],
	['a field too many', '{"text":"ab","spans":[],"id":1}', 'line 2: the record: '],
	['an array', '[]', 'line 2: the record: '],
])('a bad line is named by its number, and not repeated: %s', (_case, line, message) => {
	const read = (): unknown => readRecords(`${good}\n${line}\n`);

	expect(read).toThrow(message);
	expect(read).not.toThrow(/Tartempion/);
});

it('a span is found when a finding touches it, and a clean text is wrongly refused when anything is found in it', () => {
	const score = scoreRecords([
		...readRecords(good),
		{ text: 'Mme Tartempion', spans: [] },
		{ text: 'rien', spans: [{ start: 0, end: 4, label: 'NOM' }] },
	]);

	expect(score.labels.get('NOM')).toEqual({ spans: 2, found: 1, named: 1, refused: 1 });
	expect(score.clean).toEqual({ texts: 1, refused: 1 });
	expect(score.personal).toEqual({ texts: 2, refused: 1 });
});
