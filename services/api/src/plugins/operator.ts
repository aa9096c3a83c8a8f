import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSame } from '@vigie/kit/access/secrets';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const bearer = /^Bearer (?!vk_)([\w-]{32,256})$/;
const isLoopback = (address: string | undefined): boolean =>
	address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);

declare module 'fastify' {
	interface FastifyContextConfig {
		/** True for the routes of command lines: only they take the token. */
		loopback?: boolean;
	}
}

/**
 * operatorReader knows a command line on this machine by `admin.token` of the key directory, on the routes that are for command lines. The token is
 * read at each call, so that it can be replaced while we run.
 */
export const operatorReader =
	(keys: string): SubjectReader =>
	async ({ headers, routeOptions }) => {
		if (routeOptions.config.loopback !== true) return null;
		if (headers.authorization === undefined) throw new ProblemError('missing_credentials');
		const given = bearer.exec(headers.authorization)?.[1] ?? '';
		const expected = (await readFile(join(keys, 'admin.token'), 'utf8')).trim();
		if (expected === '' || !isSame(given, expected)) throw new ProblemError('invalid_credentials');
		return { kind: 'operator' };
	};

/** loopbackPlugin makes the routes of its scope those of command lines: for a caller elsewhere they are not there. */
export const loopbackPlugin = fp(
	async (server: FastifyInstance) => {
		server.addHook('onRoute', (route) => {
			route.config = { ...route.config, loopback: true };
		});
		server.addHook('onRequest', async (request) => {
			if (!isLoopback(request.socket.remoteAddress)) throw new ProblemError('not_found');
		});
	},
	{ name: 'loopback' },
);
