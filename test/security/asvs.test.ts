import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const table = readFileSync(new URL('./asvs-5.0-level-2.md', import.meta.url), 'utf8');

/** How many requirements of levels 1 and 2 each section of the standard has; they are numbered from 1 without a gap. */
// biome-ignore format: one chapter a line, to be held against the standard
const sections: Readonly<Record<string, number>> = {
	'1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2,
	'2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1,
	'3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2,
	'4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4,
	'5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3,
	'6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4,
	'7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2,
	'8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1,
	'9.1': 3, '9.2': 4,
	'10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3,
	'11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1,
	'12.1': 3, '12.2': 2, '12.3': 4,
	'13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5,
	'14.1': 2, '14.2': 4, '14.3': 3,
	'15.1': 3, '15.2': 3, '15.3': 7,
	'16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3,
	'17.1': 1, '17.2': 4, '17.3': 2,
};
const requirements = Object.entries(sections).flatMap(([section, count]) =>
	Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);
const rows = table
	.split('\n')
	.filter((line) => /^\| \d/.test(line))
	.map((line) => {
		const [, ids = '', subject = '', answer = '', where = ''] = line.split('|').map((cell) => cell.trim());
		return { ids: ids.split(', '), subject, answer, where };
	});
const named = rows.flatMap(({ ids, where }) =>
	[...where.matchAll(/`([\w/.-]+\.test\.ts)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({
		id: ids[0] ?? '',
		file,
		title,
	})),
);

test('every requirement up to level 2 is answered, once', () => {
	expect(requirements).toHaveLength(253);
	expect(rows.flatMap(({ ids }) => ids).sort()).toEqual(requirements.toSorted());
});

test('each has a subject and an answer of the five there are, and what is held by a test names one', () => {
	for (const { ids, subject, answer, where } of rows) {
		expect(subject, ids.join()).not.toBe('');
		expect(['test', 'reason', 'operator', 'not applicable', 'not met'], ids.join()).toContain(answer);
		expect(where, ids.join()).not.toBe('');
		if (answer === 'test') expect(where, ids.join()).toMatch(/`[\w/.-]+\.test\.ts` "[^"]+"/);
	}
});

test.each(named)('$id: $file has the test "$title"', ({ file, title }) => {
	expect(existsSync(join(root, file)), file).toBe(true);
	expect(readFileSync(join(root, file), 'utf8')).toContain(title);
});

test('a file that the table points at is there', () => {
	const paths = [...table.matchAll(/`((?:services|schemas|deploy)\/[\w/.-]+\.(?:ts|md|json))`/g)].map(
		([, path = '']) => path,
	);

	expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
