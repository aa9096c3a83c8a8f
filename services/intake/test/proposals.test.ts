import { proposalId } from '@vigie/kit/proposal-id';
import { slotOf, weekOf, weekOfSlot } from '@vigie/schemas/calendar';
import { Problem } from '@vigie/schemas/problem';
import { KeptProposal, ProposalReceipt } from '@vigie/schemas/proposals/proposal';
import type { RecordOf } from '@vigie/schemas/registry';
import { expect, test, vi } from 'vitest';
import { claimsOf, structureRecord } from './keys.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake({
	records: [structureRecord({ id: 'ccas-nantes', organisation: 'ville-nantes' })],
});
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

	const response = await propose({ host, body: 'DEPARTEMENT' });

	expect([response.status, await response.json()]).toEqual([202, { proposal: 'kept', id: proposalId(host) }]);
	const [message] = await keptOf(host);
	const slot = slotOf(new Date(Number(message?.timestamp)));
	expect(Number(message?.timestamp)).toBe(Date.parse(slot));
	const text = String(message?.value);
	expect(KeptProposal.parse(JSON.parse(text))).toMatchObject({
		host,
		body: 'DEPARTEMENT',
		week: weekOfSlot(slot),
	});
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
	const decided = (host: string, decision: RecordOf<'platform-proposal'>['decision']) =>
		({ type: 'platform-proposal', id: proposalId(host), decision, decidedOn: '2026-11-24' }) as const;
	await intake.register(
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
