import { createBook } from '@vigie/detector/weekly/book';
import { createHistory } from '@vigie/detector/weekly/history';
import { expect, test } from 'vitest';
import { aCell, FIRST, usualWeek, weekAfter } from './weekly-world.js';

test('a département that falls silent is told to those who run Vigie until it is heard again; a week of holidays is no silence', () => {
	const book = createBook(FIRST, createHistory(), new Map(), new Map());
	const reportersAt = (index: number): number => {
		if (index >= 34 && index < 37) return 0;
		return index === 31 ? 8 : 20;
	};
	const told = Array.from({ length: 40 }, (_, index) => {
		const cells = usualWeek(index).map((cell) =>
			cell.node === 'total' && index === 31 ? { ...cell, reporters: 80 } : cell,
		);
		const place = aCell('departement', ['58'], 20, { reporters: reportersAt(index) });
		return book.judge(new Map([[weekAfter(index), [...cells, place]]])).detected;
	});

	const silences = told.flat().filter(({ signal }) => signal.family === 'silence');

	expect(silences.map(({ signal }) => [signal.week, signal.transition])).toEqual([
		[weekAfter(34), 'opened'],
		[weekAfter(37), 'closed'],
	]);
	expect(silences[0]?.signal.ladder[0]?.coordinates).toEqual({
		platform: null,
		step: null,
		kind: null,
		territory: '58',
	});
});
