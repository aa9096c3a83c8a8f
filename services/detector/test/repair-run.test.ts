import { runExplain } from '@vigie/detector/explain/run-explain';
import type { Counted } from '@vigie/detector/weekly/counted';
import { weekBounds, weekNumber } from '@vigie/schemas/calendar';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { useRunningDetector } from './running-detector.js';
import { aCell, replacing, usualWeek, weekAfter } from './weekly-world.js';

const WEEKS = 40;
/** The failure lasts from the first to the week before the second, in which the body mends it. */
const [BROKEN, MENDED] = [26, 31];
const HOUR_MS = 3_600_000;
const now = new Date(weekBounds(weekAfter(WEEKS)).start.getTime() + 48 * HOUR_MS).toISOString();
const { hand, heard, judgeWeeks, env } = await useRunningDetector(now);
const patience = { timeout: 60_000, interval: 100 };

const countsOf = (index: number): readonly Counted[] => {
	if (index >= BROKEN && index <= MENDED)
		return replacing(aCell('platform-kind', ['ANTS', 'PANNE'], 60))(usualWeek(index));
	// In the first week after the repair forty still tell of the days before.
	return index === MENDED + 1
		? replacing(aCell('platform-kind', ['ANTS', 'PANNE'], 50))(usualWeek(index))
		: usualWeek(index);
};
const weeks = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const close = async (indexes: readonly number[]): Promise<void> => {
	const values = indexes.flatMap((index) =>
		countsOf(index).map((counted) => ({ week: weekNumber(weekAfter(index)), ...counted, world: 'demo' })),
	);
	await hand.insert({ table: 'private.series_week', values, format: 'JSONEachRow' });
	const closings = indexes.map((index) => ({
		week: weekAfter(index),
		closedAt: weekBounds(weekAfter(index)).end.toISOString(),
	}));
	await hand.insert({ table: 'state.closings', values: closings, format: 'JSONEachRow' });
};
const judgeAll = async (): Promise<void> => {
	while ((await judgeWeeks()) === 'more');
};

const seconds = (index: number, hours: number): number =>
	Math.floor(weekBounds(weekAfter(index)).start.getTime() / 1_000) + hours * 3_600;
const hour = (at: number): string => `${new Date(at * 1_000).toISOString().slice(0, 19)}Z`;
const EFFECT = seconds(MENDED, 57);
const about = { platform: 'ANTS', step: null, failureKind: 'PANNE' };
const insert = (table: string, values: readonly object[]) =>
	hand.insert({ table, values, format: 'JSONEachRow' });
/** The life of a report as the loader projects it. */
const live = (report: string, more: readonly object[] = []) =>
	insert(
		'state.report_events',
		[
			{
				...about,
				type: 'opened',
				territory: 'FR',
				body: 'INTERIEUR',
				level: 'signal',
				onset: seconds(BROKEN, 0),
			},
			{ type: 'seen' },
			{ type: 'acknowledged' },
			{ type: 'mended', effectiveFrom: EFFECT },
			...more,
		].map((event, index) => ({ report, version: index + 1, at: hour(EFFECT), actor: 'body', ...event })),
	);
const REPORT = `r-${'1'.repeat(24)}`;
const SERIES = `verdict/${REPORT}/${hour(EFFECT)}`;
const verdicts = () => heard.filter(({ family }) => family === 'verdict');
const Found = z.array(z.object({ found: z.string().transform(Number) }));
const count = async (from: string): Promise<number> => {
	const result = await hand.query({ query: `SELECT count() AS found FROM ${from}`, format: 'JSONEachRow' });
	return Found.parse(await result.json())[0]?.found ?? 0;
};

test('a claimed repair is judged as soon as its weeks are: in observation, then recovered; late words of the old failure do not count, and the run is recorded', async () => {
	await close(weeks(0, WEEKS));
	await insert(
		'private.events',
		Array.from({ length: 40 }, (_, index) => ({
			id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
			revision: 0,
			kind: 'dysfunction.alerted',
			platform: 'ANTS',
			failureKind: 'PANNE',
			territory: '69',
			observedAt: EFFECT - 24 * 3_600,
			receivedSlot: seconds(MENDED + 1, 30),
			receivedWeek: weekNumber(weekAfter(MENDED + 1)),
			bodyHash: String(index),
		})),
	);
	await live(REPORT);

	await judgeAll();

	await vi.waitFor(() => expect(verdicts().at(-1)?.verdict).toBe('recovered'), patience);
	expect(verdicts()[0]).toMatchObject({
		transition: 'opened',
		level: 'watch',
		verdict: 'in-observation',
		week: weekAfter(MENDED),
		repair: { report: REPORT, effectiveFrom: hour(EFFECT), mended: 0, broken: 0 },
		ladder: [{ coordinates: { platform: 'ANTS', kind: 'PANNE', territory: 'FR' } }, {}],
	});
	expect(await count("state.detector_runs FINAL WHERE kind = 'verdict'")).toBeGreaterThan(0);
}, 180_000);

test('asked again, the run says nothing more; a repair claimed since is judged at once, and answers of enough structures keep it from being confirmed', async () => {
	const before = verdicts().length;
	await judgeAll();
	const other = `r-${'2'.repeat(24)}`;
	const broken = { reporters: 8, structures: 6, organisations: 5, departements: 4 };
	await insert('private.repair_votes', [
		{
			week: weekNumber(weekAfter(MENDED + 3)),
			platform: 'ANTS',
			step: 'NON_PRECISE',
			failureKind: 'PANNE',
			mended: 'NON',
			...broken,
			world: 'demo',
		},
	]);
	await live(other);

	await judgeAll();

	await vi.waitFor(
		() => expect(verdicts().some(({ repair }) => repair?.report === other)).toBe(true),
		patience,
	);
	expect(
		verdicts()
			.slice(0, before)
			.every(({ repair }) => repair?.report === REPORT),
	).toBe(true);
	const said = verdicts().slice(before);
	expect(said.every(({ repair }) => repair?.report === other)).toBe(true);
	expect(said.some(({ repair }) => repair?.broken === 6)).toBe(true);
	expect(said.map(({ verdict }) => verdict)).not.toContain('recovered');
}, 120_000);

test('a verdict is explained from what was kept, computed again', async () => {
	const lines: string[] = [];
	const voice = {
		say: (line: string) => void lines.push(line),
		complain: (line: string) => void lines.push(line),
	};

	expect(await runExplain(SERIES, { ...env, VIGIE_KEYS: '/nowhere' }, voice)).toBe(0);

	const text = lines.join('\n');
	expect(text).toMatch(/France Titres.*Service indisponible/);
	expect(text).toMatch(/retour à la normale confirmé/);
	expect(text).toMatch(/Empreinte retrouvée : oui ; calcul refait identique : oui/);
	expect(text).not.toMatch(/identique : NON/);
}, 60_000);

test('a verdict that stands is closed, in the name of the last week, once its report claims no repair any more', async () => {
	const gone = `r-${'3'.repeat(24)}`;
	await live(gone);
	await judgeAll();
	await vi.waitFor(
		() => expect(verdicts().some(({ repair }) => repair?.report === gone)).toBe(true),
		patience,
	);
	const standing = () =>
		verdicts()
			.filter(({ repair }) => repair?.report === gone)
			.at(-1);
	expect(standing()?.transition).not.toBe('closed');

	await insert('state.report_events', [
		{ report: gone, version: 5, at: hour(EFFECT), actor: 'field', type: 'reopened' },
	]);
	await judgeAll();

	await vi.waitFor(
		() =>
			expect(standing()).toMatchObject({ transition: 'closed', level: 'usual', week: weekAfter(WEEKS - 1) }),
		patience,
	);
}, 120_000);
