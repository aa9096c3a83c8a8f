import type { Networks } from '@vigie/api/start';
import { cleanUp } from '@vigie/test/cleanup';
import { kafkaBrokers, useClickHouse } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import { expect, test } from 'vitest';
import { codeOf, structure, useApi } from './fixture.js';
import { registryOf } from './registry-of.js';

const clickhouse = await useClickHouse();

const useProxy = async () => {
	const proxy = await startTcpProxy(Number((await kafkaBrokers()).split(':')[1]));
	cleanUp(() => proxy.close());
	return proxy;
};

const useApiThrough = async (way: keyof Networks) => {
	const proxy = await useProxy();
	return { proxy, api: await useApi(clickhouse, {}, { [way]: proxy.port }) };
};

const linksOf = `/admin/structures/${structure.id}/links`;

// The network to the brokers is cut before anything is written, and comes back.
test('while Kafka is away nothing is administered: a clear 503, and nothing has changed when it is back', {
	timeout: 90_000,
}, async () => {
	const { proxy, api } = await useApiThrough('writing');
	const registry = await registryOf(api);
	const other = { ...structure, id: 'mission-locale' };
	await api.admin('POST', '/admin/structures', other);
	const before = await registry.readAll();

	proxy.cut();
	const calls = [
		await api.admin('POST', '/admin/structures', structure),
		await api.admin('POST', `/admin/structures/${other.id}/links`, {}),
		await api.admin('POST', `/admin/structures/${other.id}/revoke-devices`),
	];
	proxy.restore();

	for (const call of calls) {
		expect([call.status, await codeOf(call)]).toEqual([503, 'unavailable']);
		expect(call.headers.get('retry-after')).toBe('5');
	}
	expect(await registry.readAll()).toEqual(before);
	expect((await api.admin('POST', linksOf, {})).status).toBe(404);
	expect((await api.admin('POST', '/admin/structures', structure)).status).toBe(201);
	expect((await api.admin('POST', linksOf, {})).status).toBe(201);
});

// What is written arrives; what is followed does not.
test('a change that the api itself cannot see in time is answered 503 and told to be written', {
	timeout: 90_000,
}, async () => {
	const { proxy, api } = await useApiThrough('following');
	const registry = await registryOf(api);

	proxy.cut();
	const response = await api.admin('POST', '/admin/structures', structure);
	const written = await registry.readAll();
	proxy.restore();

	expect([response.status, await codeOf(response)]).toEqual([503, 'not_visible_yet']);
	expect(response.headers.get('retry-after')).toBe('5');
	expect(written.join()).toContain(structure.label);
	await expect
		.poll(async () => (await api.admin('POST', linksOf, {})).status, { timeout: 60_000, interval: 500 })
		.toBe(201);
});
