import { slotOf } from '@vigie/schemas/calendar';
import { WeeklySignals } from '@vigie/schemas/weekly-signals';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { codeOf, readAs, useApi } from './fixture.js';

const clickhouse = await useClickHouse();
const publisher = clickhouse.clientOf('publisher');
const DAY_MS = 86_400_000;
const secondsAgo = (days: number): number => Date.parse(slotOf(new Date(Date.now() - days * DAY_MS))) / 1_000;

const rowOf = (letter: string, change: Record<string, unknown>) => ({
	id: letter.repeat(32),
	version: 1,
	world: 'demo',
	transition: 'opened',
	family: 'burst',
	level: 'signal',
	verdict: null,
	platform: 'ANTS',
	step: null,
	kind: 'PANNE',
	territory: 'FR',
	onset: secondsAgo(9),
	asOf: secondsAgo(2),
	durationMinutes: 10_080,
	band: '6-9',
	sentenceKey: 'burst',
	sentenceParameters: { platform: 'ANTS', kind: 'PANNE' },
	modelName: 'harmonic',
	modelVersion: '1',
	...change,
});
const closed = { version: 2, transition: 'closed', level: 'usual', band: null };
await publisher.insert({
	table: 'published.signals',
	values: [
		rowOf('a', { level: 'watch' }),
		rowOf('a', { version: 2, transition: 'changed', level: 'strong' }),
		rowOf('b', { family: 'drift', platform: 'CAF_MON_COMPTE', kind: null, sentenceKey: 'drift' }),
		rowOf('c', { family: 'verdict', verdict: 'recovered', sentenceKey: 'verdict.recovered', level: 'watch' }),
		rowOf('d', { ...closed, platform: 'AMELI', asOf: secondsAgo(40) }),
		rowOf('e', { ...closed, platform: 'MSA', asOf: secondsAgo(70) }),
		rowOf('f', { family: 'outage' }),
	],
	format: 'JSONEachRow',
});
const api = await useApi(clickhouse);
const read = async (query = '') => readAs(await api.get(`/v1/signals${query}`), WeeklySignals);
const idsOf = ({ signals }: WeeklySignals): string => signals.map(({ id }) => id[0]).join('');

test('what stands comes first, the strongest first, then what closed within eight weeks; no outage, nothing older', async () => {
	expect(idsOf(await read())).toBe('abcd');
});

test('a signal is told as it was last published: codes, a level, a band of structures and no number', async () => {
	const [first] = (await read()).signals;

	expect(first).toMatchObject({
		version: 2,
		level: 'strong',
		band: '6-9',
		coordinates: { platform: 'ANTS', step: null, kind: 'PANNE', territory: 'FR' },
		sentence: { key: 'burst', parameters: { platform: 'ANTS', kind: 'PANNE' } },
	});
});

test('one asks for a family or a platform, and is told when the question makes no sense', async () => {
	expect(idsOf(await read('?family=drift'))).toBe('b');
	expect(idsOf(await read('?platform=ANTS'))).toBe('ac');
	expect(idsOf(await read('?platform=ANTS&family=drift'))).toBe('');
	expect(await codeOf(await api.get('/v1/signals?family=outage'))).toBe('invalid_request');
	expect(await codeOf(await api.get('/v1/signals?level=strong'))).toBe('invalid_request');
});

test('who holds the answer already gets it no second time, and closed weeks say when they were judged', async () => {
	expect((await read()).asOf).toBeNull();
	const first = await api.get('/v1/signals');
	const again = await api.get('/v1/signals', { 'if-none-match': first.headers.get('etag') ?? '' });
	expect(again.status).toBe(304);

	await clickhouse.clientOf('detector').insert({
		table: 'state.detector_runs',
		values: [{ kind: 'week', slot: secondsAgo(2), series: 1, durationMs: 1 }],
		format: 'JSONEachRow',
	});
	const other = await useApi(clickhouse);
	const { asOf } = await readAs(await other.get('/v1/signals'), WeeklySignals);
	expect(asOf).toBe(`${new Date(secondsAgo(2) * 1_000).toISOString().slice(0, 19)}Z`);
});
