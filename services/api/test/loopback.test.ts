import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackPlugin, operatorReader } from '@vigie/api/plugins/operator';
import { guardRoutes } from '@vigie/kit/access/guard-routes';
import { createBareHttpServer } from '@vigie/kit/http-server';
import { createLogger } from '@vigie/kit/logger';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import { ADMIN_TOKEN } from './fixture.js';

const useServer = async () => {
	const keys = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(keys, { recursive: true, force: true }));
	const server = createBareHttpServer({
		logger: createLogger('test', 'silent'),
		bodyLimit: 1_024,
		certificate: null,
	});
	cleanUp(() => server.close());
	guardRoutes(server, [operatorReader(keys)], () => undefined);
	await server.register(loopbackPlugin);
	server.get('/admin/anything', { config: { action: 'operation:run' } }, async () => ({ done: true }));
	const ask = async (remoteAddress: string, token: string) => {
		const headers = { authorization: `Bearer ${token}` };
		return (await server.inject({ url: '/admin/anything', remoteAddress, headers })).statusCode;
	};
	return { ask, replaceToken: (token: string) => writeFile(join(keys, 'admin.token'), token) };
};

test('the administration is there for this machine only, even with the token', async () => {
	const { ask, replaceToken } = await useServer();
	await replaceToken(ADMIN_TOKEN);

	expect(await ask('127.0.0.1', ADMIN_TOKEN)).toBe(200);
	expect(await ask('::1', ADMIN_TOKEN)).toBe(200);
	for (const elsewhere of ['10.0.0.1', '192.168.1.7', '::ffff:10.0.0.1', '2001:db8::1'])
		expect(await ask(elsewhere, ADMIN_TOKEN)).toBe(404);
});

test('a token that is replaced stops working at once', async () => {
	const { ask, replaceToken } = await useServer();
	await replaceToken(ADMIN_TOKEN);
	const before = await ask('127.0.0.1', ADMIN_TOKEN);
	await replaceToken('c'.repeat(64));

	expect(before).toBe(200);
	expect(await ask('127.0.0.1', ADMIN_TOKEN)).toBe(401);
	expect(await ask('127.0.0.1', 'c'.repeat(64))).toBe(200);
});
