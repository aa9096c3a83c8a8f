import { createBook } from '@vigie/detector/weekly/book';
import type { Counted } from '@vigie/detector/weekly/counted';
import { createHistory } from '@vigie/detector/weekly/history';
import type { JudgedWeek } from '@vigie/detector/weekly/judge-week';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { expect, test } from 'vitest';
import { aCell, type Change, FIRST, replacing, usualWeek, weekAfter } from './weekly-world.js';

const WEEKS = 40;

/** live judges a small world week after week; null: a week that was never closed. */
const live = (changes: Readonly<Record<number, Change | null>> = {}, weeks = WEEKS): JudgedWeek[] => {
	const book = createBook(FIRST, createHistory(), new Map(), new Map());
	return Array.from({ length: weeks }, (_, index) => {
		const change = changes[index];
		const counted: readonly Counted[] = change ? change(usualWeek(index)) : usualWeek(index);
		return book.judge(change === null ? new Map() : new Map([[weekAfter(index), counted]]));
	});
};

const signalsOf = (judged: readonly JudgedWeek[]): PrivateSignal[] =>
	judged.flatMap(({ detected }) => detected.map(({ signal }) => signal));
const told = (judged: readonly JudgedWeek[]): PrivateSignal[] =>
	signalsOf(judged).filter(({ level }) => level === 'signal' || level === 'strong');
const panne = (n: number, more: Partial<Counted> = {}): Change =>
	replacing(aCell('platform-kind', ['ANTS', 'PANNE'], n, more));

test('nothing is said of weeks in which nothing happens', () => {
	expect(told(live())).toEqual([]);
});

test('a burst of one kind opens in its week, with its ladder and its sentence, and closes when the week is usual again', () => {
	const judged = live({ 30: panne(70) });

	const [opened] = told(judged.slice(30, 31));
	expect(opened).toMatchObject({
		transition: 'opened',
		level: 'strong',
		week: weekAfter(30),
		ladder: [
			{
				coordinates: { platform: 'ANTS', kind: 'PANNE', step: null, territory: 'FR' },
				sentence: { parameters: { platform: 'ANTS', kind: 'PANNE' } },
			},
			{ coordinates: { platform: 'ANTS', kind: null }, sentence: { parameters: { platform: 'ANTS' } } },
		],
	});
	expect(opened?.ladder[0]?.sentence.key).toBe('burst');
	const end = signalsOf(judged.slice(31)).find(
		({ id, transition }) => id === opened?.id && transition === 'closed',
	);
	expect(end).toMatchObject({ level: 'usual' });
});

test('the same weeks give the same signals, to the identifier', () => {
	expect(signalsOf(live({ 30: panne(70) }))).toEqual(signalsOf(live({ 30: panne(70) })));
});

test('a rise that lasts is told once, as a drift', () => {
	const rise = Object.fromEntries([30, 31, 32, 33, 34].map((week) => [week, panne(28)]));

	const drifts = told(live(rise)).filter(({ family }) => family === 'drift');

	expect(drifts.length).toBeGreaterThan(0);
	expect(new Set(drifts.map(({ id }) => id)).size).toBe(1);
	expect(drifts[0]?.ladder[0]?.coordinates.kind).toBe('PANNE');
});

const flood = { 30: panne(80, { top: 70, structures: 8, organisations: 6, reporters: 8 }) };
const oneStructure = { 30: panne(80, { top: 80, structures: 1, organisations: 1, reporters: 30 }) };
const oneDepartement = { 30: panne(80, { departements: 1 }) };
const ownAgents = { 30: panne(80, { structures: 0, organisations: 0, departements: 0 }) };
test.each([
	['a flood from one device among the usual reports', flood],
	['a flood from one structure', oneStructure],
	['one département alone, for the country', oneDepartement],
	['the agents of the body alone', ownAgents],
])('%s is no signal', (_, changes) => {
	expect(told(live(changes))).toEqual([]);
});

test('a flood that goes on for weeks is no lasting rise either', () => {
	const weeks = [28, 29, 30, 31, 32, 33, 34, 35];
	const changes = Object.fromEntries(
		weeks.map((week) => [week, panne(60, { top: 50, structures: 8, organisations: 6 })]),
	);

	expect(told(live(changes))).toEqual([]);
});

test('a week that was never closed, a week without any event and weeks missing in a row are left out, and raise nothing', () => {
	const judged = live({ 12: null, 20: () => [], 25: null, 26: null, 27: null, 28: null });

	expect(judged[12]?.series).toEqual([]);
	expect(judged[20]?.series).toEqual([]);
	expect(told(judged)).toEqual([]);
});

test('a new platform, or one under a new name, begins with what its family brings and raises nothing in its first weeks', () => {
	const changes = Object.fromEntries(
		Array.from({ length: 12 }, (_, index) => [
			28 + index,
			(cells: readonly Counted[]) => [...cells, aCell('platform', ['C2S_SITE'], 25 + (index % 5))],
		]),
	);

	const judged = live(changes);

	expect(told(judged)).toEqual([]);
	const young = judged[30]?.series.find(({ look }) => look.followed.id === 'FR/C2S_SITE');
	expect(young).toMatchObject({ q: null, look: { references: { burst: { rung: 'provisional' } } } });
});

test('a busy week on every platform is no signal of any', () => {
	const busy: Change = (cells) =>
		cells.map((cell) => (cell.node === 'total' ? cell : { ...cell, n: Math.round(cell.n * 1.5) }));

	expect(told(live({ 30: busy }))).toEqual([]);
});
