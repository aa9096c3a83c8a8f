import { createHash } from 'node:crypto';
import { ApiKeyIssued } from '@vigie/schemas/administration';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { ADMIN_TOKEN, codeOf, readAs, structure, useApi } from './fixture.js';
import { registryOf } from './registry-of.js';

const clickhouse = await useClickHouse();

test('without the token, or with another, nothing is administered', async () => {
	const api = await useApi(clickhouse);
	const call = (headers: Record<string, string>) =>
		fetch(new URL('/admin/structures', api.url), {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body: JSON.stringify(structure),
		});

	const none = await call({});
	const wrong = await call({ authorization: `Bearer ${'b'.repeat(64)}` });
	const almost = await call({ authorization: `Bearer ${ADMIN_TOKEN}0` });

	expect([none.status, await codeOf(none)]).toEqual([401, 'missing_credentials']);
	expect([wrong.status, await codeOf(wrong)]).toEqual([401, 'invalid_credentials']);
	expect(almost.status).toBe(401);
});

test('a caller sees its own write at once', async () => {
	const api = await useApi(clickhouse);

	const made = await api.admin('POST', '/admin/structures', structure);
	const link = await api.admin('POST', `/admin/structures/${structure.id}/links`, {});

	expect(made.status).toBe(201);
	expect(link.status).toBe(201);
	expect(await made.json()).toEqual({ type: 'structure', ...structure, active: true, epoch: 0 });
});

test('revoking the devices of a structure raises its epoch; a later change of its facts does not lower it', async () => {
	const api = await useApi(clickhouse);
	await api.admin('POST', '/admin/structures', structure);
	const revoke = () => api.admin('POST', `/admin/structures/${structure.id}/revoke-devices`);

	await Promise.all([revoke(), revoke(), revoke()]);
	const changed = await api.admin('POST', '/admin/structures', { ...structure, label: 'Maison de Vigie' });

	expect(await changed.json()).toMatchObject({ label: 'Maison de Vigie', epoch: 3 });
});

test('the registry holds the hash of a secret and never the secret', async () => {
	const api = await useApi(clickhouse);
	const registry = await registryOf(api);
	await api.admin('POST', '/admin/structures', structure);

	const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
	const { key, id } = await readAs(await api.admin('POST', '/admin/api-keys', order), ApiKeyIssued);
	const [, secret = ''] = /^vk_[a-z0-9-]+_([\w-]{43})$/.exec(key) ?? [];
	const messages = await registry.readAll();

	expect(secret).not.toBe('');
	expect(messages.join()).not.toContain(secret);
	expect(JSON.parse(messages.find((text) => text.includes('api-key')) ?? '')).toMatchObject({
		id,
		secretHash: createHash('sha256').update(secret).digest('hex'),
		revoked: false,
	});
});

test('a key, a link and a device are revoked one by one; revoking what does not exist is 404', async () => {
	const api = await useApi(clickhouse);
	const registry = await registryOf(api);
	await api.admin('POST', '/admin/structures', structure);
	const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
	const { id } = await readAs(await api.admin('POST', '/admin/api-keys', order), ApiKeyIssued);

	const key = await api.admin('DELETE', `/admin/api-keys/${id}`);
	const device = await api.admin('POST', '/admin/devices/6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10/revoke');
	const missing = await api.admin('DELETE', '/admin/links/nothing');
	const texts = await registry.readAll();

	expect([key.status, device.status, missing.status]).toEqual([200, 200, 404]);
	expect(texts.at(-2)).toContain('"revoked":true');
	expect(texts.at(-1)).toContain('"type":"revoked-device"');
});

test('a demonstration imports its network as it is; a real world has no such door', async () => {
	const [demo, real] = [await useApi(clickhouse), await useApi(clickhouse, { VIGIE_WORLD: 'real' })];
	const records = Array.from(
		{ length: 1_200 },
		(_, index): RegistryRecord => ({
			...structure,
			type: 'structure',
			id: `s-${index}`,
			epoch: 0,
			active: true,
		}),
	);

	const imported = await demo.admin('POST', '/admin/registry/import', records);
	const last = await demo.admin('POST', '/admin/structures/s-1199/links', {});
	const refused = await real.admin('POST', '/admin/registry/import', records);
	const world = { type: 'world', id: 'world', world: 'real', since: '2026-11-10T00:00:00Z' };
	const stamp = await demo.admin('POST', '/admin/registry/import', [world]);

	expect([imported.status, last.status, refused.status, stamp.status]).toEqual([201, 201, 404, 422]);
});

test('what is revoked stays revoked when a demonstration imports its network again', async () => {
	const api = await useApi(clickhouse);
	const registry = await registryOf(api);
	const network = [{ ...structure, type: 'structure', epoch: 0, active: true }];
	await api.admin('POST', '/admin/registry/import', network);
	await api.admin('POST', `/admin/structures/${structure.id}/revoke-devices`);

	await api.admin('POST', '/admin/registry/import', network);

	expect((await registry.readAll()).at(-1)).toContain('"epoch":1');
});

test('a structure outside the taxonomy is refused by the path of its field', async () => {
	const api = await useApi(clickhouse);
	const response = await api.admin('POST', '/admin/structures', { ...structure, family: 'PIRATES' });

	expect(response.status).toBe(422);
	expect(await response.json()).toMatchObject({ errors: [{ path: 'family', code: 'unknown_code' }] });
});
