import { createBook } from '@vigie/detector/weekly/book';
import type { Counted } from '@vigie/detector/weekly/counted';
import { createHistory } from '@vigie/detector/weekly/history';
import type { JudgedWeek } from '@vigie/detector/weekly/judge-week';
import { weekBounds } from '@vigie/schemas/calendar';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { expect, test } from 'vitest';
import { aCell, type Change, FIRST, replacing, usualWeek, weekAfter } from './weekly-world.js';

const WEEKS = 40;
const weeks = Array.from({ length: WEEKS }, (_, index) => weekAfter(index));

const live = (changes: Readonly<Record<number, Change>>): JudgedWeek[] => {
	const book = createBook(FIRST, createHistory(), new Map(), new Map());
	return weeks.map((week, index) => {
		const change = changes[index] ?? ((cells) => cells);
		return book.judge(new Map([[week, change(usualWeek(index))]]));
	});
};
const told = (judged: readonly JudgedWeek[]): PrivateSignal[] =>
	judged.flatMap(({ detected }) =>
		detected.flatMap(({ signal }) =>
			signal.level === 'signal' || signal.level === 'strong' ? [signal] : [],
		),
	);
const everywhere =
	(change: (cell: Counted) => Partial<Counted>): Change =>
	(cells) =>
		cells.map((cell) => ({ ...cell, ...change(cell) }));
const hoursOf = (week: string): number => {
	const { start, end } = weekBounds(week);
	return (end.getTime() - start.getTime()) / 3_600_000;
};

test('a correction that left less than one structure is said to have brought is no negative week: nothing crashes, nothing is invented', () => {
	const corrected = replacing(aCell('platform-kind', ['ANTS', 'PANNE'], 5, { top: 400 }));

	const judged = live({ 30: corrected });

	expect(told(judged)).toEqual([]);
	const kept = judged[31]?.series.find(({ look }) => look.followed.id === 'FR/ANTS/kind/PANNE');
	expect(kept?.look.followed.kept[30]).toBe(0);
});

test('a week emptied by corrections, all of whose events were withdrawn, is a low week and raises neither itself nor the next', () => {
	const emptied = everywhere(({ node }) =>
		node === 'total' || node === 'region'
			? {}
			: { n: 0, reporters: 0, structures: 0, organisations: 0, departements: 0, top: 0 },
	);

	expect(told(live({ 29: emptied }))).toEqual([]);
});

test('the same week given twice, with other numbers the second time, is judged once, as it was first', () => {
	const book = createBook(FIRST, createHistory(), new Map(), new Map());
	for (const [index, week] of weeks.slice(0, 30).entries()) book.judge(new Map([[week, usualWeek(index)]]));
	const first = book.judge(new Map([[weekAfter(30), usualWeek(30)]]));
	const again = replacing(aCell('platform-kind', ['ANTS', 'PANNE'], 90))(usualWeek(30));

	const next = book.judge(
		new Map([
			[weekAfter(30), again],
			[weekAfter(31), usualWeek(31)],
		]),
	);

	expect(first.week).toBe(weekAfter(30));
	expect(next.week).toBe(weekAfter(31));
	expect(told([first, next])).toEqual([]);
});

test('the weeks in which clocks change last 167 and 169 hours, bring as much less or more, and raise nothing', () => {
	const changed = weeks.flatMap((week, index) =>
		hoursOf(week) === 168 ? [] : [{ index, hours: hoursOf(week) }],
	);
	const changes = Object.fromEntries(
		changed.map(({ index, hours }) => [index, everywhere(({ n }) => ({ n: Math.round((n * hours) / 168) }))]),
	);

	expect(changed.map(({ hours }) => hours)).toEqual([167, 169]);
	const judged = live(changes);
	expect(told(judged)).toEqual([]);
	expect(judged.map(({ week }) => week)).toEqual(weeks);
});

test.each([
	[
		'of a kind in its région',
		aCell('region-platform-kind', ['32', 'ANTS', 'PANNE'], 60, { departements: 1 }),
	],
	['of a platform in the country', aCell('platform', ['ANTS'], 140, { departements: 1 })],
])(
	'one département alone is no signal %s, however many of its structures say so, in one week or in eight',
	(_, cell) => {
		const onceMore = Object.fromEntries(
			[28, 29, 30, 31, 32, 33, 34, 35].map((index) => [index, replacing(cell)]),
		);

		expect(told(live({ 30: replacing(cell) }))).toEqual([]);
		expect(told(live(onceMore))).toEqual([]);
	},
);

test('two départements are enough: what is held back above is held back for its one département', () => {
	const cell = aCell('platform', ['ANTS'], 140, { departements: 2 });

	expect(told(live({ 30: replacing(cell) })).length).toBeGreaterThan(0);
});
