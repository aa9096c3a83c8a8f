import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { isSame } from '../registry/secrets.js';

const bearer = /^Bearer ([\w-]{32,256})$/;
const isLoopback = (address: string | undefined): boolean =>
	address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);

/**
 * administratorPlugin lets nobody through but a caller on this machine who holds `admin.token` of the key directory. From
 * elsewhere these routes are not there. The token is read at each call, so that it can be replaced while we run.
 */
export const administratorPlugin = fp(
	async (server: FastifyInstance, { keys }: { readonly keys: string }) => {
		server.addHook('onRequest', async (request) => {
			if (!isLoopback(request.socket.remoteAddress)) throw new ProblemError('not_found');
			const header = request.headers.authorization;
			if (header === undefined) throw new ProblemError('missing_credentials');
			const given = bearer.exec(header)?.[1] ?? '';
			const expected = (await readFile(join(keys, 'admin.token'), 'utf8')).trim();
			if (expected === '' || !isSame(given, expected)) throw new ProblemError('invalid_credentials');
		});
	},
	{ name: 'administrator' },
);
