import { nextOrder, sortRows } from '@vigie/dashboard-ui/table-data';
import { expect, test } from 'vitest';

const rows = [
	[
		{ text: 'Ain', sort: 'Ain' },
		{ text: '40', sort: 40 },
	],
	[
		{ text: 'Aisne', sort: 'Aisne' },
		{ text: 'non publié', sort: null },
	],
	[
		{ text: 'Allier', sort: 'Allier' },
		{ text: '120', sort: 120 },
	],
];
const names = (sorted: typeof rows | readonly (readonly { text: string }[])[]) =>
	sorted.map((row) => row[0]?.text);

test('a column goes from the most, to the least, and back to the order of the figure', () => {
	const most = nextOrder(null, 1, true);
	const least = nextOrder(most, 1, true);

	expect(names(sortRows(rows, most))).toEqual(['Allier', 'Ain', 'Aisne']);
	expect(names(sortRows(rows, least))).toEqual(['Ain', 'Allier', 'Aisne']);
	expect(nextOrder(least, 1, true)).toBeNull();
});

test('what is not published stays last both ways, so that its place tells nothing', () => {
	expect(names(sortRows(rows, { column: 1, descending: true })).at(-1)).toBe('Aisne');
	expect(names(sortRows(rows, { column: 1, descending: false })).at(-1)).toBe('Aisne');
});

test('sorting leaves the figure as it was', () => {
	sortRows(rows, { column: 1, descending: true });

	expect(names(rows)).toEqual(['Ain', 'Aisne', 'Allier']);
});
