import type { ClickHouseClient } from '@clickhouse/client';
import { runExplain } from '@vigie/detector/explain/run-explain';
import type { Counted } from '@vigie/detector/weekly/counted';
import { weekBounds, weekNumber } from '@vigie/schemas/calendar';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { useRunningDetector } from './running-detector.js';
import { aCell, replacing, usualWeek, weekAfter } from './weekly-world.js';

const WEEKS = 34;
const BURST = 30;
// Later than the release of the last week: its history counts as loaded once that one is closed.
const now = new Date(weekBounds(weekAfter(WEEKS)).start.getTime() + 48 * 3_600_000).toISOString();
const { hand, heard, judgeWeeks, url, env } = await useRunningDetector(now);
const patience = { timeout: 60_000, interval: 100 };

const countsOf = (index: number): readonly Counted[] =>
	index === BURST
		? replacing(aCell('platform-kind', ['ANTS', 'PANNE'], 70))(usualWeek(index))
		: usualWeek(index);

/** close writes weeks as their closing does. */
const close = async (client: ClickHouseClient, indexes: readonly number[]): Promise<void> => {
	const values = indexes.flatMap((index) =>
		countsOf(index).map((counted) => ({ week: weekNumber(weekAfter(index)), ...counted, world: 'demo' })),
	);
	await client.insert({ table: 'private.series_week', values, format: 'JSONEachRow' });
	const closings = indexes.map((index) => ({
		week: weekAfter(index),
		closedAt: weekBounds(weekAfter(index)).end.toISOString(),
	}));
	await client.insert({ table: 'state.closings', values: closings, format: 'JSONEachRow' });
};

const Found = z.array(z.object({ found: z.string().transform(Number) }));
const count = async (from: string): Promise<number> => {
	const result = await hand.query({ query: `SELECT count() AS found FROM ${from}`, format: 'JSONEachRow' });
	return Found.parse(await result.json())[0]?.found ?? 0;
};

/** judgeAll asks for runs until every closed week is judged. */
const judgeAll = async (): Promise<void> => {
	while ((await judgeWeeks()) === 'more');
};

const weeks = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

test('as long as a history is being loaded, its end is waited for', async () => {
	await close(hand, weeks(0, WEEKS - 1));

	expect(await judgeWeeks()).toBe('waiting');
	expect(await count('state.detector_runs')).toBe(0);
});

test('once it is, every week is judged in order, its signals are sent in the name of their week, and each run is recorded', async () => {
	await close(hand, weeks(WEEKS - 1, WEEKS));

	await judgeAll();

	expect(await count("state.detector_runs FINAL WHERE kind = 'weekly'")).toBe(WEEKS);
	expect(await count('private.weekly_judgements FINAL')).toBeGreaterThan(WEEKS * 20);
	const burst = () => heard.filter(({ week }) => week === weekAfter(BURST));
	await vi.waitFor(() => expect(burst().length).toBeGreaterThan(0), patience);
	expect(burst()[0]).toMatchObject({
		transition: 'opened',
		asOf: new Date(weekBounds(weekAfter(BURST)).end.getTime() + 30 * 3_600_000)
			.toISOString()
			.replace('.000', ''),
		ladder: [{ coordinates: { platform: 'ANTS', kind: 'PANNE' } }, { coordinates: { platform: 'ANTS' } }],
	});
	const figures = await (await fetch(`${url}/metrics`)).text();
	expect(figures).toMatch(/detector_weeks_to_judge(\{.*\})? 0/);
	expect(figures).toMatch(/detector_runs_total\{kind="weekly",outcome="judged".*\} 34/);
}, 120_000);

test('runs that died before they were recorded say the same again; weeks that are judged are not judged again', async () => {
	await judgeAll();
	const before = [...heard];
	expect(await count("state.detector_runs FINAL WHERE kind = 'weekly'")).toBe(WEEKS);

	await hand.command({ query: 'TRUNCATE TABLE state.detector_runs' });
	await judgeAll();

	await vi.waitFor(() => expect(heard.length).toBe(2 * before.length), patience);
	expect(heard.slice(before.length)).toEqual(before);
}, 120_000);

test('a weekly signal is explained from what was kept: the counts, what was expected, the same arithmetic', async () => {
	const lines: string[] = [];
	const voice = {
		say: (line: string) => void lines.push(line),
		complain: (line: string) => void lines.push(line),
	};
	const [signal] = heard.filter(({ week }) => week === weekAfter(BURST));

	expect(await runExplain(signal?.id ?? '', { ...env, VIGIE_KEYS: '/nowhere' }, voice)).toBe(0);

	const text = lines.join('\n');
	expect(text).toMatch(/France Titres.*Service indisponible/);
	expect(text).toMatch(/70 déclarations/);
	expect(text).toMatch(/Empreinte retrouvée : oui ; calcul refait identique : oui/);
}, 60_000);
