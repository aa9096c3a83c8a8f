import { CSRF_HEADER, Me } from '@vigie/schemas/accounts/session';
import { ApiKeyIssued } from '@vigie/schemas/administration';
import { BodyReplyKept } from '@vigie/schemas/reports/figures';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { codeOf, readAs, structure } from './fixture.js';
import { registryOf } from './registry-of.js';

const api = await usePeople(await useClickHouse());
const browserOf = async (person: string) => {
	const jar = await signIn(api.url, person);
	const { csrf } = await readAs(await jar.fetch(`${api.url}/v1/me`), Me);
	return (method: 'PUT' | 'DELETE', body: string, words?: object) =>
		jar.fetch(`${api.url}/v1/bodies/${body}/reply`, {
			method,
			headers: { [CSRF_HEADER]: csrf ?? '', ...(words && { 'content-type': 'application/json' }) },
			...(words && { body: JSON.stringify(words) }),
		});
};
const cnaf = await browserOf('camille');
const text = 'Le correctif a attendu une mise en service prévue.';

test('a body says something of its own figures, changes it, and takes it back; its words go with it', async () => {
	const registry = await registryOf(api);
	const kept = await readAs(await cnaf('PUT', 'CNAF', { text }), BodyReplyKept);
	const changed = await readAs(await cnaf('PUT', 'CNAF', { text: 'Autrement dit.' }), BodyReplyKept);
	const gone = await readAs(await cnaf('DELETE', 'CNAF'), BodyReplyKept);

	expect([kept.reply?.text, changed.reply?.text, gone.reply]).toEqual([text, 'Autrement dit.', null]);
	expect((await registry.readAll()).at(-1)).not.toContain('Autrement dit.');
	expect((await cnaf('DELETE', 'CNAF')).status).toBe(404);
});

test.each([
	['a name and a number', { text: 'Mme Martin a tort, 06 12 34 56 78' }, 'personal_data'],
	['more than 500 characters', { text: 'x'.repeat(501) }, 'too_big'],
	['nothing', { text: '  ' }, 'too_small'],
	['another field', { text, nom: 'x' }, 'unknown_field'],
])('%s is refused, and is kept nowhere', async (_title, words, code) => {
	const registry = await registryOf(api);
	const before = (await registry.readAll()).length;
	const answer = await cnaf('PUT', 'CNAF', words);

	expect(answer.status).toBe(422);
	expect(await answer.json()).toMatchObject({ errors: [{ code }] });
	expect((await registry.readAll()).length).toBe(before);
});

test('only the body itself speaks in its name: its people who answer and its machines; no administrator, no reader, no other', async () => {
	const statuses = [];
	for (const person of ['sacha', 'dominique', 'alix', 'maxime'])
		statuses.push((await (await browserOf(person))('PUT', 'CNAF', { text })).status);
	expect(statuses).toEqual([403, 403, 403, 403]);

	await api.admin('POST', '/admin/structures', { ...structure, body: 'CNAF' });
	const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['reports'] };
	const { key } = await readAs(await api.admin('POST', '/admin/api-keys', order), ApiKeyIssued);
	const machine = await fetch(`${api.url}/v1/bodies/CNAF/reply`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify({ text }),
	});
	expect(machine.status).toBe(200);
	const stranger = await fetch(`${api.url}/v1/bodies/CNAF/reply`, { method: 'DELETE' });
	expect([stranger.status, await codeOf(stranger)]).toEqual([401, 'missing_credentials']);
});
