import { Attestations, VerifiedAttestation } from '@vigie/schemas/attestation';
import { parisDateOf, slotOf } from '@vigie/schemas/calendar';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { codeOf, readAs, useApi } from './fixture.js';
import { signalPublisher } from './publish-signal.js';

const clickhouse = await useClickHouse();
const api = await useApi(clickhouse);
const HOUR_MS = 60 * 60_000;
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);
const secondsOf = (at: Date): number => Date.parse(slotOf(at)) / 1_000;
const dayOf = (at: Date): string => parisDateOf(at);

const publish = signalPublisher(clickhouse, {
	onset: secondsOf(hoursAgo(6)),
	asOf: secondsOf(hoursAgo(5)),
});
const list = async (query: string) => readAs(await api.get(`/v1/attestations?${query}`), Attestations);
const verify = (code: string) => api.get(`/v1/attestations/${code}`);

const onset = hoursAgo(6);
await publish({});
await publish({
	version: 2,
	transition: 'changed',
	level: 'strong',
	band: '10-19',
	asOf: secondsOf(hoursAgo(4)),
});
const [open] = (await list(`platform=ANTS&day=${dayOf(onset)}`)).attestations;
if (!open) throw new Error('nothing is attested');

test('a perturbation is attested at the highest level it came to, since when, not yet ended, with a band and no number', () => {
	expect(open).toMatchObject({
		world: 'demo',
		issuedOn: dayOf(new Date()),
		facts: {
			platform: 'ANTS',
			territory: 'FR',
			family: 'outage',
			level: 'strong',
			from: new Date(slotOf(onset)).toISOString(),
			until: null,
			band: '10-19',
		},
	});
});

test('whoever is shown the page reads the same by its code, as typed, and what is known of the end since', async () => {
	const before = await readAs(await verify(open.code), VerifiedAttestation);
	await publish({
		version: 3,
		transition: 'closed',
		level: 'usual',
		band: null,
		asOf: secondsOf(hoursAgo(2)),
		durationMinutes: 210,
	});
	const after = await readAs(
		await verify(open.code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o')),
		VerifiedAttestation,
	);

	expect(before).toEqual({ attestation: open, endedAt: null });
	expect(after.attestation).toEqual(open);
	expect(Date.parse(after.endedAt ?? '')).toBe(Date.parse(slotOf(onset)) + 210 * 60_000);
	const [closed] = (await list(`platform=ANTS&day=${dayOf(onset)}`)).attestations;
	expect(closed?.facts.until).toBe(after.endedAt);
	expect(closed?.code).not.toBe(open.code);
});

test('no character of a code can be changed, and none can be made up', async () => {
	const letters = [...open.code];
	const changed = letters.flatMap((letter, at) =>
		letter === '-' ? [] : [letters.with(at, letter === '7' ? '8' : '7').join('')],
	);
	const answers = await Promise.all([...changed, 'x', `${open.code}0`, '7'.repeat(32)].map(verify));

	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
	expect(await codeOf(answers[0] as Response)).toBe('attestation_unknown');
});

test('another stack, with another key, knows nothing of it', async () => {
	const other = await useApi(clickhouse, { VIGIE_WORLD: 'real' });

	expect((await other.get(`/v1/attestations/${open.code}`)).status).toBe(404);
});

test('what is published to watch only, of another day, another platform or another territory is not attested', async () => {
	await publish({ id: 'b'.repeat(32), platform: 'AMELI', level: 'watch' });
	await publish({ id: 'c'.repeat(32), platform: 'MSA', territory: 'R53' });

	expect((await list('platform=AMELI')).attestations).toEqual([]);
	expect((await list(`platform=ANTS&day=${dayOf(hoursAgo(100))}`)).attestations).toEqual([]);
	expect((await list(`platform=ANTS&day=0001-01-01`)).attestations).toEqual([]);
	expect((await list(`platform=ANTS&day=9999-12-31`)).attestations).toEqual([]);
	expect((await list(`platform=MSA&day=${dayOf(onset)}&territory=FR`)).attestations).toEqual([]);
	expect((await list(`platform=MSA&day=${dayOf(onset)}&territory=R53`)).attestations).toHaveLength(1);
});

test('a closed week is attested in weeks: from its first day to the end of the last one that was out of the ordinary', async () => {
	const weekly = {
		id: 'd'.repeat(32),
		platform: 'ANEF',
		family: 'burst',
		territory: 'FR',
		durationMinutes: 0,
	};
	const at = (instant: string): number => Date.parse(instant) / 1_000;
	await publish({ ...weekly, onset: at('2026-11-01T23:00:00Z'), asOf: at('2026-11-10T05:00:00Z') });
	const [standing] = (await list('platform=ANEF&day=2026-11-08')).attestations;
	await publish({
		...weekly,
		version: 2,
		transition: 'closed',
		level: 'usual',
		band: null,
		onset: at('2026-11-01T23:00:00Z'),
		asOf: at('2026-11-17T05:00:00Z'),
	});
	const [over] = (await list('platform=ANEF&day=2026-11-08')).attestations;

	expect(standing?.facts).toMatchObject({ until: null, lastSeen: '2026-11-08T23:00:00.000Z' });
	expect(over?.facts).toMatchObject({ from: '2026-11-01T23:00:00.000Z', until: '2026-11-08T23:00:00.000Z' });
	expect((await list('platform=ANEF&day=2026-11-09')).attestations).toEqual([]);
});

test.each([
	'platform=NOTHING',
	'platform=ANTS&day=yesterday',
	'platform=ANTS&territory=moon',
	'day=2026-11-08',
	'platform=ANTS&who=me',
])('%s makes no sense, and is refused', async (query) => {
	expect((await api.get(`/v1/attestations?${query}`)).status).toBe(422);
});
