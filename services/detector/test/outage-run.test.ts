import { runExplain } from '@vigie/detector/explain/run-explain';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { closeUsualWeeks, keepBusy } from '@vigie/test/usual-weeks';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { useRunningDetector } from './running-detector.js';
import { storeAlerts } from './store-alerts.js';

// Before the first slot that is judged here: the detector's own ticks do not meet it.
const { hand, heard, watch, url, env } = await useRunningDetector('2026-11-17T06:00:00Z');
const patience = { timeout: 30_000, interval: 50 };

/** many gives the alerts of that many people, each of another structure. */
const many = (count: number, platform: string, at: string) =>
	Array.from({ length: count }, (_, index) => ({ at, platform, who: index + 1 }));

const platformOf = ({ ladder }: PrivateSignal) => ladder[0]?.coordinates.platform;
const onDay = (day: string) => heard.filter(({ asOf }) => asOf.startsWith(day));

test('without any closed week nothing is usual, and nothing is said', async () => {
	await storeAlerts(hand, many(24, 'ANTS', '2026-11-17T10:00:00Z'));

	expect(await watch('2026-11-17T10:00:00Z')).toBe('nothing-to-compare');
	expect(heard).toEqual([]);

	await closeUsualWeeks(hand, '2026-W47', ['ANTS', 'AMELI', 'CAF_MON_COMPTE', 'ANEF', 'MSA', 'IMPOTS']);
	for (const busy of ['FRANCE_TRAVAIL', 'ASSURANCE_RETRAITE'])
		await keepBusy(hand, '2026-W47', busy, 'PANNE');
});

test('an outage opens within its quarter of an hour, in France and where it is, and closes when calm is back; a run done twice says nothing twice', async () => {
	await storeAlerts(hand, many(1, 'AMELI', '2026-11-17T10:00:00Z'));

	expect(await watch('2026-11-17T10:00:00Z')).toBe('judged');
	expect(await watch('2026-11-17T10:00:00Z')).toBe('done-before');

	const france = () => onDay('2026-11-17').filter(({ ladder }) => ladder[0]?.coordinates.territory === 'FR');
	await vi.waitFor(() => expect(france()).toHaveLength(1), patience);
	expect(france()[0]).toMatchObject({
		version: 1,
		transition: 'opened',
		level: 'strong',
		onset: '2026-11-17T10:00:00Z',
		ladder: [{ coordinates: { platform: 'ANTS' }, structures: 24 }],
	});

	expect(await watch('2026-11-17T15:00:00Z')).toBe('judged');
	// Over is over: the morning's reports do not open it again.
	expect(await watch('2026-11-17T15:15:00Z')).toBe('judged');

	await vi.waitFor(() => expect(france()).toHaveLength(2), patience);
	const [opened, closed] = france();
	expect(closed).toMatchObject({ id: opened?.id, version: 2, transition: 'closed', level: 'usual' });
	expect(closed?.onset).toBe(opened?.onset);
	expect(new Set(onDay('2026-11-17').map(platformOf))).toEqual(new Set(['ANTS']));
	const figures = await (await fetch(`${url}/metrics`)).text();
	expect(figures).toMatch(/detector_runs_total\{kind="outage",outcome="judged".*\} [2-9]/);
}, 90_000);

test('a flood from one device, one structure, one département or a body’s own agents is no signal; nor is what was withdrawn', async () => {
	const at = '2026-11-18T10:00:00Z';
	const flood = Array.from({ length: 40 }, () => ({ at, who: 1 }));
	const withdrawn = many(24, 'IMPOTS', at).map((alert, index) => ({
		...alert,
		id: `0b9d2a58-4f0e-4f7e-9d9c-${String(index).padStart(12, '0')}`,
	}));
	await storeAlerts(hand, [
		...flood.map((alert) => ({ ...alert, platform: 'AMELI' })),
		...flood.map((alert, device) => ({ ...alert, device, platform: 'ANTS' })),
		...many(24, 'ANEF', at).map((alert) => ({ ...alert, territory: '35' })),
		...many(24, 'CAF_MON_COMPTE', at).map((alert) => ({ ...alert, ownPlatform: true })),
		...withdrawn,
		...withdrawn.map((alert) => ({ ...alert, revision: 1, retracted: true })),
		// The one true outage: it shows that the others were judged.
		...many(24, 'MSA', at),
	]);

	expect(await watch(at)).toBe('judged');

	const told = () => onDay('2026-11-18').filter(({ level }) => level === 'signal' || level === 'strong');
	await vi.waitFor(() => expect(told().length).toBeGreaterThan(0), patience);
	expect(new Set(told().map(platformOf))).toEqual(new Set(['MSA']));
	expect(onDay('2026-11-18').map(platformOf)).not.toContain('IMPOTS');
}, 90_000);

const Kept = z.array(z.object({ signal: z.string(), inputs: z.string() }));

test('a run that died before it was recorded says the same again, and what it read is kept with it', async () => {
	const at = '2026-11-19T10:00:00Z';
	await storeAlerts(hand, many(24, 'IMPOTS', at));
	await watch(at);
	await vi.waitFor(() => expect(onDay('2026-11-19').length).toBeGreaterThan(0), patience);
	const first = onDay('2026-11-19');

	await hand.command({ query: 'TRUNCATE TABLE state.detector_runs' });
	await storeAlerts(hand, many(60, 'IMPOTS', at));
	expect(await watch(at)).toBe('judged');

	await vi.waitFor(() => expect(onDay('2026-11-19')).toHaveLength(2 * first.length), patience);
	expect(onDay('2026-11-19').slice(first.length)).toEqual(first);
	const query = 'SELECT signal, inputs FROM private.detected_signals FINAL WHERE asOf = {at: DateTime}';
	const query_params = { at: Date.parse(at) / 1_000 };
	const kept = Kept.parse(await (await hand.query({ query, query_params, format: 'JSONEachRow' })).json());
	expect(kept).toHaveLength(first.length);
	for (const { inputs } of kept) expect(JSON.parse(inputs)).toMatchObject({ slot: at });
}, 90_000);

/** explain gives the code and the text of the command. */
const explain = async (name: string): Promise<{ readonly code: number; readonly text: string }> => {
	const lines: string[] = [];
	const say = (line: string) => void lines.push(line);
	const code = await runExplain(name, { ...env, VIGIE_KEYS: '/nowhere' }, { say, complain: say });
	return { code, text: lines.join('\n') };
};

test('a signal is explained from what was kept: counts, tails, witnesses, the same arithmetic; an unknown one is an error', async () => {
	const { code, text } = await explain('outage/FR/IMPOTS');

	expect(code).toBe(0);
	expect(text).toMatch(/impots.gouv.fr.*France entière/);
	expect(text).toMatch(/Niveau : signal fort/);
	expect(text).toMatch(/24 déclarants, 24 structures/);
	expect(text).toMatch(/Empreinte retrouvée : oui ; calcul refait identique : oui/);
	expect(text).not.toContain('NON');
	const unknown = await explain('outage/FR/NOTHING');
	expect(unknown.code).toBe(1);
	expect(unknown.text).toContain('outage/FR/MSA');
}, 60_000);

test('a kind of failure that is rare tells the outage of a busy platform, which as many reports that say nothing do not; explained beside the whole', async () => {
	const at = '2026-11-20T10:00:00Z';
	await storeAlerts(hand, [
		...many(7, 'FRANCE_TRAVAIL', at).map((alert) => ({ ...alert, failureKind: 'PANNE' })),
		...many(7, 'ASSURANCE_RETRAITE', at),
	]);

	expect(await watch(at)).toBe('judged');

	const busy = ['FRANCE_TRAVAIL', 'ASSURANCE_RETRAITE'];
	const told = () => onDay('2026-11-20').filter((signal) => busy.includes(platformOf(signal) ?? ''));
	await vi.waitFor(() => expect(told().length).toBeGreaterThan(0), patience);
	expect(told()).toHaveLength(1);
	expect(told()[0]).toMatchObject({
		level: 'strong',
		// What fails stays private: the level, the beginning and the band are all that leaves.
		ladder: [{ coordinates: { platform: 'FRANCE_TRAVAIL', kind: null, step: null, territory: 'FR' } }],
	});
	const { code, text } = await explain('outage/FR/FRANCE_TRAVAIL');
	expect(code).toBe(0);
	expect(text).toMatch(/Le niveau tient à une sorte de panne, « Service indisponible »/);
	expect(text).toMatch(/calcul refait identique : oui/);
}, 90_000);
