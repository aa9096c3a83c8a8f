import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type WebhooksOptions, webhooksRoute } from '@vigie/api/routes/bodies/webhooks';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { problemPlugin } from '@vigie/kit/problem-plugin';
import { webhookSecret } from '@vigie/kit/webhook-secret';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { CSRF_HEADER, Me } from '@vigie/schemas/accounts/session';
import { ApiKeyIssued } from '@vigie/schemas/administration';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { BodySettings, Recipient, WebhookIssued } from '@vigie/schemas/settings';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { writeRegistry } from '@vigie/test/write-registry';
import Fastify from 'fastify';
import { expect, test, vi } from 'vitest';
import { signIn } from './accounts/use-identity.js';
import { usePeople } from './accounts/use-people.js';
import { codeOf, readAs, structure } from './fixture.js';
import { registryOf } from './registry-of.js';

const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
const key = Buffer.alloc(32, 7);
await writeFile(join(api.keys, 'webhooks.key'), `${key.toString('hex')}\n`);

const audited: AuditEntry[] = [];
const kafka = createKafka(
	{ KAFKA_BROKERS: api.brokers },
	'body-settings-test',
	createLogger('test', 'silent'),
);
const log = await followLog(kafka, `${api.prefix}audit.v1`, (messages) => {
	for (const { value } of messages) audited.push(AuditEntry.parse(JSON.parse(String(value))));
});
cleanUp(() => log.close());

/** browserOf signs somebody in, and gives what asks in their name. */
const browserOf = async (person: string) => {
	const jar = await signIn(api.url, person);
	const { csrf } = await readAs(await jar.fetch(`${api.url}/v1/me`), Me);
	return (method: string, path: string, body?: object, token = csrf ?? '') =>
		jar.fetch(`${api.url}/v1/bodies/${path}`, {
			method,
			headers: { [CSRF_HEADER]: token, ...(body && { 'content-type': 'application/json' }) },
			...(body && { body: JSON.stringify(body) }),
		});
};
const alix = await browserOf('alix');
const settingsOf = async (body: string, ask = alix) =>
	readAs(await ask('GET', `${body}/settings`), BodySettings);

test('a mailbox is added and removed, and whoever asks next reads it so', async () => {
	const added = await readAs(
		await alix('POST', 'CNAM/recipients', { email: 'suivi@cnam.example' }),
		Recipient,
	);
	expect((await settingsOf('CNAM')).recipients).toEqual([added]);

	const removed = await alix('DELETE', `CNAM/recipients/${added.id}`);

	expect(removed.status).toBe(200);
	expect((await settingsOf('CNAM')).recipients).toEqual([{ ...added, active: false }]);
});

test('the secret of a webhook is seen once, is stored nowhere, and a rotation gives the next one with an overlap', async () => {
	const registry = await registryOf(api);
	const made = await readAs(
		await alix('POST', 'CNAV/webhooks', { url: 'https://cnav.example/vigie' }),
		WebhookIssued,
	);
	const rotated = await readAs(
		await alix('POST', `CNAV/webhooks/${made.webhook.id}/rotate`, { overlapDays: 2 }),
		WebhookIssued,
	);

	const secrets = [1, 2].map((generation) => webhookSecret(key, made.webhook.id, generation));
	expect([made.secret, rotated.secret]).toEqual(
		secrets.map((secret) => `whsec_${secret.toString('base64')}`),
	);
	const overlapDays = (Date.parse(rotated.webhook.previousUntil ?? '') - Date.now()) / 86_400_000;
	expect([rotated.webhook.generation, Math.round(overlapDays)]).toEqual([2, 2]);
	const stored = (await registry.readAll()).join();
	for (const secret of secrets) expect(stored).not.toContain(secret.toString('base64'));
});

test('who answers for a body changes where its reports go; who reads sees it; another body is refused', async () => {
	const [camille, sacha] = [await browserOf('camille'), await browserOf('sacha')];
	const draft = { email: 'cellule@cnaf.example' };

	expect((await camille('POST', 'CNAF/recipients', draft)).status).toBe(201);
	expect((await settingsOf('CNAF', sacha)).recipients).toMatchObject([draft]);
	expect((await sacha('POST', 'CNAF/recipients', draft)).status).toBe(403);
	expect((await camille('POST', 'ANTS/recipients', draft)).status).toBe(403);
	expect((await camille('GET', 'ANTS/settings')).status).toBe(403);
});

test('a body makes a key of its own anew, and no other body’s; the new one works, the old one a while', async () => {
	const camille = await browserOf('camille');
	const keyOf = async (id: string, body: string) => {
		await api.admin('POST', '/admin/structures', { ...structure, id, body });
		const order = { structure: id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['reports'], expiresInDays: 90 };
		return readAs(await api.admin('POST', '/admin/api-keys', order), ApiKeyIssued);
	};
	const [own, foreign] = [await keyOf('caisse', 'CNAF'), await keyOf('titres', 'ANTS')];
	expect((await settingsOf('CNAF', camille)).keys).toMatchObject([{ id: own.id, structure: 'caisse' }]);

	const rotated = await camille('POST', `CNAF/keys/${own.id}/rotate`, { overlapDays: 2 });

	expect(rotated.status).toBe(201);
	const { id, key: secret, expiresAt } = await readAs(rotated, ApiKeyIssued);
	// Not longer than an administrator gave it.
	expect(expiresAt).toBe(own.expiresAt);
	const entry = await vi.waitUntil(
		() => audited.find(({ action, target }) => action === 'api-key.rotated' && target === own.id),
		{ timeout: 30_000, interval: 50 },
	);
	expect(entry.detail).toBe(id);
	const { keys } = await settingsOf('CNAF', camille);
	expect(keys.map((one) => one.id).sort()).toEqual([id, own.id].sort());
	const ends = keys.find((one) => one.id === own.id)?.expiresAt ?? '';
	expect(Math.round((Date.parse(ends) - Date.now()) / 86_400_000)).toBe(2);
	// Known, and of a body: what it asks for is refused for what it lacks, and not as unknown.
	const used = await api.get('/v1/admin/audit', { authorization: `Bearer ${secret}` });
	expect([used.status, await codeOf(used)]).toEqual([403, 'forbidden']);
	expect((await camille('POST', `CNAF/keys/${foreign.id}/rotate`, {})).status).toBe(404);
	expect((await camille('POST', `ANTS/keys/${foreign.id}/rotate`, {})).status).toBe(403);
});

test('a key that works no more is not made to work again by its body: only an administrator does that', async () => {
	const camille = await browserOf('camille');
	const expired: RegistryRecord = {
		type: 'api-key',
		id: 'expiree',
		structure: 'caisse',
		roleFamily: 'TRAVAIL_SOCIAL',
		scopes: ['reports'],
		secretHash: 'a'.repeat(64),
		expiresAt: new Date(Date.now() - 1_000).toISOString(),
		revoked: false,
	};
	await writeRegistry(api.brokers, `${api.prefix}registry.v1`, [expired]);
	await vi.waitUntil(
		async () => (await settingsOf('CNAF', camille)).keys.some(({ id }) => id === expired.id),
		{ timeout: 30_000, interval: 50 },
	);

	const answer = await camille('POST', `CNAF/keys/${expired.id}/rotate`, {});
	expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
	expect((await api.admin('POST', `/admin/api-keys/${expired.id}/rotate`, {})).status).toBe(201);
});

test.each([
	['POST', 'CNAF/recipients', { email: 'not an address' }, 422],
	['POST', 'CNAF/recipients', { email: 'a@b.example', extra: 1 }, 422],
	['POST', 'CNAF/webhooks', { url: 'ftp://cnaf.example/' }, 422],
	['POST', 'NOBODY/recipients', { email: 'a@b.example' }, 404],
	['DELETE', 'CNAF/recipients/0a1b2c', undefined, 404],
	['POST', 'CNAF/webhooks/0a1b2c/rotate', {}, 404],
])('%s %s with %j is refused with %i', async (method, path, body, status) => {
	expect((await alix(method, path, body)).status).toBe(status);
});

test('an addressee of one body is not there under the name of another', async () => {
	const { id } = await readAs(
		await alix('POST', 'ANTS/recipients', { email: 'suivi@ants.example' }),
		Recipient,
	);

	expect((await alix('DELETE', `CNAF/recipients/${id}`)).status).toBe(404);
});

test('without the token of the session nothing is changed', async () => {
	const response = await alix('POST', 'CCMSA/recipients', { email: 'a@b.example' }, 'guessed');

	expect([response.status, await codeOf(response)]).toEqual([403, 'csrf_refused']);
	expect((await settingsOf('CCMSA')).recipients).toEqual([]);
});

// No provider on this machine may sign people in to a real world: the route is asked without the door before it.
test('a real world takes webhooks over https only, before anything is written', async () => {
	const nothing = { write: () => expect.unreachable(), change: () => expect.unreachable() };
	const app = Fastify();
	await app.register(problemPlugin);
	// Only what is reached before the refusal is there.
	const options = { world: 'real', audit: nothing, writer: nothing } as unknown as WebhooksOptions;
	await app.register(webhooksRoute, options);

	const response = await app.inject({
		method: 'POST',
		url: '/bodies/CNAF/webhooks',
		payload: { url: 'http://cnaf.example/' },
	});

	expect(response.statusCode).toBe(422);
	expect(response.json()).toMatchObject({ errors: [{ path: 'url', code: 'not_offered' }] });
});
