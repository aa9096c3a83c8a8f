import { addWeeks } from '@vigie/schemas/calendar';
import type { WeeklySignal } from '@vigie/schemas/weekly-signals';
import { expect, test } from 'vitest';
import { formatsIn } from '../src/format.js';
import type { SignalSeries } from '../src/signal-series.js';
import { shiftSince } from '../src/signal-size.js';
import { headlineOfSignals, signalDetail, signalSentence, signalShape } from '../src/signal-words.js';
import { demoNews } from './support/published-fixture.js';

const LAST = '2026-W47';
const [burst, drift, verdict] = demoNews().signals;
const of = (signal: WeeklySignal | undefined, change: Partial<WeeklySignal> = {}): WeeklySignal => {
	if (!signal) throw new Error('no such signal');
	return { ...signal, ...change };
};
/** Text without its unbreakable spaces. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

/** seriesOf makes published weeks that end with the last, each expected at 18 (11 to 27, 35 at most). */
const seriesOf = (values: readonly (number | null)[], hasLine = true): SignalSeries => ({
	plusOrMinus: 4,
	weeks: values.map((value, rank) => ({
		week: addWeeks(LAST, rank + 1 - values.length),
		value,
		expected: hasLine
			? { expected: 18, low: 11, high: 27, threshold: 35, variance: 20, isProvisional: false }
			: null,
	})),
});

test('a burst is told as a week beside what was expected of it, from published numbers', () => {
	expect(plain(signalDetail(of(burst), seriesOf([20, 42])))).toBe(
		'42 déclarations (± 4) la semaine du 16 novembre ; on en attend d’ordinaire 18 (entre 11 et 27). C’est 2,3 fois plus.',
	);
	expect(plain(signalDetail(of(burst), seriesOf([20, 24])))).toContain('C’est 33 % de plus.');
});

test('what is not published, or has no line, is told in words alone', () => {
	expect(plain(signalDetail(of(burst), seriesOf([20, null])))).toBe(
		'Semaine du 16 novembre : nombre non publié.',
	);
	expect(plain(signalDetail(of(burst), seriesOf([20, 42], false)))).toBe(
		'42 déclarations (± 4) la semaine du 16 novembre.',
	);
	expect(plain(signalDetail(of(burst), null))).toBe('Semaine du 16 novembre.');
});

test('a drift is told by its age, its size and its interval', () => {
	const weeks = Array.from({ length: 26 }, (_, rank) => (rank < 17 ? 18 : 27));

	expect(plain(signalDetail(of(drift), seriesOf(weeks)))).toBe(
		'Hausse durable depuis environ 9 semaines (+50 %, entre +31 % et +71 %).',
	);
});

test('a drift that published numbers do not show has no size', () => {
	const { weeks, size } = shiftSince(seriesOf(Array.from({ length: 26 }, () => 18)), of(drift));

	expect([weeks, size?.ratio]).toEqual([9, 1]);
	expect(plain(signalDetail(of(drift), seriesOf(Array.from({ length: 26 }, () => 18))))).toBe(
		'Hausse durable depuis environ 9 semaines.',
	);
});

test('each signal has its sentence and its shape in time', () => {
	const kind = { ...of(burst).coordinates, kind: 'PANNE' };

	expect(plain(signalSentence(of(burst, { coordinates: kind })))).toBe(
		'France Titres, « Service indisponible » : bien plus de déclarations qu’attendu',
	);
	expect(plain(signalSentence(of(drift)))).toBe(
		'caf.fr, en région Hauts-de-France : de plus en plus de déclarations, semaine après semaine',
	);
	expect(plain(signalSentence(of(verdict)))).toBe('caf.fr, connexion : retour à la normale confirmé');
	expect(plain(signalSentence(of(verdict, { verdict: 'regressed' })))).toContain('de nouveau signalé');
	expect([burst, drift, verdict].map((signal) => signalShape(of(signal)))).toEqual([
		'pic',
		'hausse durable',
		'après réparation',
	]);
	expect(signalShape(of(burst, { transition: 'closed' }))).toBe('pic, terminé');
});

test('a change is written with its sign, a multiple with one decimal', () => {
	const { change, times } = formatsIn('fr');

	expect([plain(change(0.4)), plain(change(-0.02)), times(2.31)]).toEqual(['+40 %', '-2 %', '2,3']);
});

test('two signals that say the same are one sentence, two that differ are two', () => {
	const elsewhere = of(drift, {
		coordinates: { platform: 'ANTS', step: null, kind: null, territory: 'FR' },
	});
	const ending = ' : de plus en plus de déclarations, semaine après semaine.';

	const together = plain(headlineOfSignals(of(drift), elsewhere));

	expect(together.endsWith(`, et France Titres${ending}`)).toBe(true);
	expect(together.split(ending)).toHaveLength(2);
	expect(plain(headlineOfSignals(of(burst), elsewhere))).toBe(
		plain(`${signalSentence(of(burst))}. France Titres${ending}`),
	);
	expect(plain(headlineOfSignals(elsewhere, undefined))).toBe(`France Titres${ending}`);
});
