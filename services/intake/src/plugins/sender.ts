import { ProblemError } from '@vigie/kit/problem-plugin';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Credentials, Judgement } from '../credentials.js';
import type { Sender } from '../sender.js';

declare module 'fastify' {
	interface FastifyRequest {
		/** Set before the body is read; null on routes that ask for no credential. */
		sender: Sender | null;
	}
}

/** senderPlugin judges the credential of every request before one byte of its body is read. */
export const senderPlugin = fp(
	async (server: FastifyInstance, { credentials }: { credentials: Credentials }) => {
		server.decorateRequest('sender', null);
		const settle = (judgement: Judgement, request: FastifyRequest): ProblemError | undefined => {
			if (!judgement.ok) return new ProblemError(judgement.code);
			request.sender = judgement.sender;
			return undefined;
		};
		// A callback, for a credential that is known is judged at once and a promise would cost a turn of the loop.
		server.addHook('onRequest', (request, _reply, done) => {
			const judgement = credentials(request.headers.authorization);
			if (!(judgement instanceof Promise)) return done(settle(judgement, request));
			judgement.then((judged) => done(settle(judged, request)), done);
		});
	},
	{ name: 'sender' },
);

/** senderOf gives the sender that senderPlugin has put on a request. */
export const senderOf = (request: FastifyRequest): Sender => {
	if (!request.sender) throw new ProblemError('missing_credentials');
	return request.sender;
};
