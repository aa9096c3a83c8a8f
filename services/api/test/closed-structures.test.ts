import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { codeOf, structure, useApi } from './fixture.js';
import { registryOf } from './registry-of.js';

const clickhouse = await useClickHouse();

test('nothing new is made in the name of a structure that is closed, until it opens again', async () => {
	const api = await useApi(clickhouse);
	const registry = await registryOf(api);
	const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
	const make = async () => [
		await api.admin('POST', `/admin/structures/${structure.id}/links`, {}),
		await api.admin('POST', '/admin/api-keys', order),
	];
	await api.admin('POST', '/admin/structures', { ...structure, active: false });
	const before = await registry.readAll();

	const refused = await make();
	const left = await registry.readAll();
	await api.admin('POST', '/admin/structures', structure);
	const made = await make();

	for (const response of refused)
		expect([response.status, await codeOf(response)]).toEqual([409, 'structure_inactive']);
	expect(left).toEqual(before);
	expect(made.map(({ status }) => status)).toEqual([201, 201]);
});

test('a closed structure’s devices can still be revoked', async () => {
	const api = await useApi(clickhouse);
	await api.admin('POST', '/admin/structures', { ...structure, active: false });

	const revoked = await api.admin('POST', `/admin/structures/${structure.id}/revoke-devices`);

	expect(await revoked.json()).toMatchObject({ epoch: 1, active: false });
});
