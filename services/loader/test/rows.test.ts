import { recordKey } from '@vigie/kit/record-key';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { alert, message, RECORD_KEY, useStream } from './fixture.js';
import { eventsIn, waitForCommit } from './read.js';

const clickhouse = await useClickHouse();
const eventsOf = eventsIn(clickhouse.clientOf('publisher'));

const envelope = { ...alert(), platform: undefined };
const failure = {
	...alert(),
	kind: 'procedure.failed',
	benefit: 'RSA',
	procedureChannel: 'WEB',
	step: 'ENVOI',
	failureKind: 'ERREUR_TECHNIQUE',
	consequence: 'RETARD',
	outcome: 'ABANDONNE',
	factors: ['HANDICAP_ACCES', 'BARRIERE_LANGUE'],
};
const signal = {
	...envelope,
	id: alert().id,
	kind: 'nontakeup.signalled',
	benefit: 'RSA',
	situation: 'CRAINT_CONTROLE_INDU',
	declaredType: 'NON_RECEPTION',
	duration: 'PLUS_12_MOIS',
};
const referral = {
	...envelope,
	id: alert().id,
	kind: 'referral.made',
	from: 'TS',
	to: 'MN',
	need: 'NUMERIQUE',
	reason: 'HORS_MISSION',
	loop: 'OUI',
	hopBucket: 'TROIS_ET_PLUS',
};

const repair = {
	...alert(),
	kind: 'repair.confirmed',
	step: 'CONNEXION',
	mended: 'NON',
};

test('each kind of event becomes a row with its own codes, and NON_PRECISE for what was left out', async () => {
	const stream = await useStream();
	const short = alert();
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([
		message(short),
		message(failure, {}, 1),
		message(signal, {}, 2),
		message(referral, { territory: 'R11' }, 2),
		message(repair, {}, 2),
	]);
	await waitForCommit(stream, 5);

	expect(await eventsOf(short.id)).toMatchObject([
		{
			kind: 'dysfunction.alerted',
			platform: 'AMELI',
			step: 'NON_PRECISE',
			benefit: 'NON_PRECISE',
			factors: [],
			retracted: false,
			sourcePartition: 0,
		},
	]);
	expect(await eventsOf(failure.id)).toMatchObject([
		{
			platform: 'AMELI',
			benefit: 'RSA',
			procedureChannel: 'WEB',
			outcome: 'ABANDONNE',
			alternative: 'NON_PRECISE',
			factors: ['HANDICAP_ACCES', 'BARRIERE_LANGUE'],
			sourcePartition: 1,
		},
	]);
	expect(await eventsOf(signal.id)).toMatchObject([
		{ situation: 'CRAINT_CONTROLE_INDU', nonTakeUpDeclared: 'NON_RECEPTION', nonTakeUpType: 'NON_DEMANDE' },
	]);
	expect(await eventsOf(referral.id)).toMatchObject([
		{ referralFrom: 'TS', referralTo: 'MN', loop: 'OUI', hopBucket: 'TROIS_ET_PLUS', territory: 'R11' },
	]);
	expect(await eventsOf(repair.id)).toMatchObject([
		{
			kind: 'repair.confirmed',
			platform: 'AMELI',
			step: 'CONNEXION',
			failureKind: 'NON_PRECISE',
			mended: 'NON',
		},
	]);
});

test('a row carries when and how it was received, and the record key of its id', async () => {
	const stream = await useStream();
	const event = alert({ revision: 3, retracted: true });
	await stream.startLoader(clickhouse.configOf('loader'));

	await stream.send([message(event, { ownPlatform: true, bodyHash: 'ffffffff00000001' })]);
	await waitForCommit(stream, 1);

	const slotNumber = BigInt(Date.parse('2026-11-10T13:15:00Z') / 900_000);
	expect(await eventsOf(event.id)).toEqual([
		expect.objectContaining({
			revision: 3,
			retracted: true,
			observedAt: '2026-11-10T12:00:00Z',
			receivedSlot: '2026-11-10T13:15:00Z',
			receivedWeek: 202646,
			channel: 'FORMULAIRE',
			roleFamily: 'TRAVAIL_SOCIAL',
			structureFamily: 'COMMUNE',
			ownPlatform: true,
			reporterToken: '18446744073709551615',
			recordKey: recordKey(RECORD_KEY, event.id),
			bodyHash: '18446744069414584321',
			firstWins: BigInt.asUintN(64, ~((slotNumber << 32n) | 0xffffffffn)).toString(),
		}),
	]);
});
