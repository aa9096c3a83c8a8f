import { proposalId } from '@vigie/kit/proposal-id';
import { parisDateOf, weekBounds, weekOf } from '@vigie/schemas/calendar';
import { Problem } from '@vigie/schemas/problem';
import { KeptProposal, ProposalReceipt } from '@vigie/schemas/proposals/proposal';
import type { RecordOf } from '@vigie/schemas/registry';
import { retention } from '@vigie/schemas/retention';
import { cleanUp } from '@vigie/test/cleanup';
import { useRedis } from '@vigie/test/engines';
import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { claimsOf, ID_KEY, structureRecord } from './keys.js';
import { useIntake } from './use-intake.js';

const engine = await useRedis();
const intake = await useIntake({
	redisUrl: `redis://${engine.address.replace('redis://', '')}`,
	records: [
		structureRecord({ id: 'ccas-nantes', organisation: 'ville-nantes' }),
		structureRecord({ id: 'ccas-brest', organisation: 'ville-brest' }),
	],
});
const redis = new Redis(`redis://${engine.address.replace('redis://', '')}`);
cleanUp(async () => redis.disconnect());
const otherDevice = `Bearer ${await intake.keys.sign(claimsOf())}`;
const otherStructure = `Bearer ${await intake.keys.sign(
	claimsOf({ structure: 'ccas-nantes', organisation: 'ville-nantes' }),
)}`;
const propose = (body: unknown, authorization = intake.device) =>
	intake.post(body, authorization, '/v1/proposals');
const keptOf = async (host: string) => (await intake.onProposals()).filter(({ key }) => String(key) === host);
const valuesOf = async (host: string) =>
	(await keptOf(host)).map(({ value }) => KeptProposal.parse(JSON.parse(String(value))));
const codesIn = async (response: Response) => {
	return Problem.parse(await response.json()).errors;
};

test('a platform that the lists do not have is on the log before it is answered, with its week and nothing of who named it', async () => {
	const host = 'portail.exemple.fr';
	const weeks = [weekOf(new Date())];

	const response = await propose({ host, body: 'DEPARTEMENT' });

	expect([response.status, await response.json()]).toEqual([
		202,
		{ proposal: 'kept', id: proposalId(ID_KEY, host) },
	]);
	const [message] = await keptOf(host);
	const text = String(message?.value);
	const kept = KeptProposal.parse(JSON.parse(text));
	expect(kept).toMatchObject({ host, body: 'DEPARTEMENT' });
	expect([...weeks, weekOf(new Date())]).toContain(kept.week);
	expect(Number(message?.timestamp)).toBe(weekBounds(kept.week).start.getTime());
	for (const trace of ['ccas-lyon', 'ville-lyon', '69', 'TRAVAIL_SOCIAL'])
		expect(text).not.toContain(`"${trace}"`);
	expect(Object.keys(JSON.parse(text)).sort()).toEqual(['body', 'contract', 'host', 'structure', 'week']);
});

test('two devices of a structure are one structure, two structures are two, and nothing ties a structure to another site', async () => {
	const [one, other] = ['compte.exemple.fr', 'compte.exemple.org'];
	for (const authorization of [intake.device, otherDevice, otherStructure])
		await propose({ host: one }, authorization);
	await propose({ host: other });

	const tokens = (await valuesOf(one)).map(({ structure }) => structure);
	const [elsewhere] = await valuesOf(other);
	expect([tokens.length, new Set(tokens).size]).toEqual([3, 2]);
	expect(tokens).not.toContain(elsewhere?.structure);
});

test.each([
	['host', 'invalid_format', { host: 'https://exemple.fr/dossier/Tartempion' }],
	['host', 'invalid_format', { host: 'Exemple.fr' }],
	['host', 'invalid_format', { host: 'www.exemple.fr' }],
	['host', 'is_email', { host: 'tartempion@exemple.fr' }],
	['host', 'is_ip_address', { host: '192.168.1.12' }],
	['host', 'is_local_name', { host: 'serveur.local' }],
	['host', 'personal_data', { host: 'mme-tartempion.fr' }],
	['host', 'personal_data', { host: '0612345678.fr' }],
	['host', 'too_big', { host: `${'a'.repeat(101)}.fr` }],
	['host', 'invalid_type', { body: 'CNAF' }],
	['body', 'unknown_code', { host: 'exemple.fr', body: 'TARTEMPION' }],
	['', 'unknown_field', { host: 'exemple.fr', why: 'Tartempion' }],
])('%s %s: refused with its code, not repeated, and written nowhere', async (path, code, body) => {
	const before = (await intake.onProposals()).length;

	const response = await propose(body);

	const text = await response.clone().text();
	expect([response.status, await codesIn(response)]).toEqual([422, [{ path, code }]]);
	expect(text).not.toMatch(/tartempion|192|061/i);
	expect(await intake.onProposals()).toHaveLength(before);
});

test.each([
	['caf.fr', 'CAF_MON_COMPTE'],
	['chequeenergie.gouv.fr', 'CHEQUE_ENERGIE'],
	['assure.ameli.fr', 'AMELI'],
])('%s is known: it is answered which platform it is, and nothing is kept', async (host, platform) => {
	const response = await propose({ host });

	expect([response.status, await response.json()]).toEqual([202, { proposal: 'known', platform }]);
	expect(await keptOf(host)).toEqual([]);
});

test('what curators have decided is answered at once, and is not put before them again', async () => {
	const decided = (
		host: string,
		decision: RecordOf<'platform-proposal'>['decision'],
		decidedOn = parisDateOf(new Date()),
	) => ({ type: 'platform-proposal', id: proposalId(ID_KEY, host), decision, decidedOn }) as const;
	const longAgo = parisDateOf(new Date(Date.now() - (retention.proposalDays + 1) * 24 * 60 * 60_000));
	await intake.register(
		decided('ancien.exemple.fr', { outcome: 'refused', reason: 'UNREACHABLE' }, longAgo),
		decided('nom.exemple.fr', { outcome: 'refused', reason: 'PERSONAL_DATA' }),
		decided('meme.exemple.fr', { outcome: 'known', platform: 'ANTS' }),
		decided('refus.exemple.fr', { outcome: 'refused', reason: 'LOCAL_PORTAL' }),
	);
	// Intake follows the registry a moment later.
	await vi.waitUntil(
		async () => {
			// Another device each time: one may ask twenty times only.
			const device = `Bearer ${await intake.keys.sign(claimsOf())}`;
			const answer = await propose({ host: 'refus.exemple.fr' }, device);
			return ProposalReceipt.parse(await answer.json()).proposal === 'answered';
		},
		{ timeout: 30_000, interval: 200 },
	);

	expect(await (await propose({ host: 'meme.exemple.fr' })).json()).toEqual({
		proposal: 'known',
		platform: 'ANTS',
	});
	expect(await keptOf('meme.exemple.fr')).toEqual([]);
	// Refused like a name that is seen at once to be somebody's.
	expect(await codesIn(await propose({ host: 'nom.exemple.fr' }))).toEqual([
		{ path: 'host', code: 'personal_data' },
	]);
	expect(await keptOf('nom.exemple.fr')).toEqual([]);
	expect(await (await propose({ host: 'ancien.exemple.fr' })).json()).toMatchObject({ proposal: 'kept' });
});

test('only an enrolled device proposes', async () => {
	expect((await propose({ host: 'exemple.fr' }, 'Bearer no')).status).toBe(401);
	expect((await propose({ host: 'exemple.fr' }, intake.apiKey)).status).toBe(403);
	const read = await fetch(`${intake.url}/v1/proposals`);
	expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a device proposes twenty times a day, and another one is not held by it', async () => {
	const device = `Bearer ${await intake.keys.sign(claimsOf())}`;
	const statuses: number[] = [];
	for (let sent = 0; sent < 21; sent += 1)
		statuses.push((await propose({ host: 'foule.exemple.fr' }, device)).status);
	const [last] = statuses.slice(-1);

	expect(new Set(statuses.slice(0, 20))).toEqual(new Set([202]));
	expect(last).toBe(429);
	expect((await propose({ host: 'foule.exemple.fr' }, otherStructure)).status).toBe(202);
	expect((await valuesOf('foule.exemple.fr')).every(({ week }) => week <= weekOf(new Date()))).toBe(true);
});

test('the devices of a structure propose a hundred times a day together, and who they are is in no name of the counter', async () => {
	const devices = Array.from({ length: 6 }, () =>
		claimsOf({ structure: 'ccas-brest', organisation: 'ville-brest' }),
	);
	const statuses: number[] = [];
	for (const claims of devices)
		for (let sent = 0; sent < (claims === devices[5] ? 1 : 20); sent += 1)
			statuses.push(
				(await propose({ host: 'ensemble.exemple.fr' }, `Bearer ${await intake.keys.sign(claims)}`)).status,
			);

	expect(new Set(statuses.slice(0, 100))).toEqual(new Set([202]));
	expect(statuses[100]).toBe(429);
	const names = await vi.waitUntil(
		async () => {
			const found = await redis.keys('*intake:rate:*proposal:*');
			return found.length >= devices.length && found;
		},
		{ timeout: 30_000, interval: 100 },
	);
	expect(
		names.filter((name) => /ccas-|ville-/.test(name) || devices.some(({ sub }) => name.includes(sub))),
	).toEqual([]);
});
