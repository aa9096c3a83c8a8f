import type { FastifyInstance, HTTPMethods } from 'fastify';
import { sendProblem } from './problem-plugin.js';

const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * answerOtherMethods makes every address of a server answer 405, with `Allow`, to the methods that it does not have, before
 * any credential or body is looked at. It wants to be called before the routes are registered.
 */
export const answerOtherMethods = (server: FastifyInstance): (() => void) => {
	const allowed = new Map<string, Set<string>>();
	server.addHook('onRoute', ({ url, method }) => {
		const known = allowed.get(url) ?? new Set();
		for (const name of [method].flat()) known.add(name);
		allowed.set(url, known);
	});
	return () => {
		server.register(async (others) => {
			for (const [url, known] of [...allowed]) {
				const allow = [...known].sort().join(', ');
				const left = methods.filter((method) => !known.has(method));
				others.route({
					url,
					method: left,
					config: { action: 'public:read' },
					onRequest: (_request, reply) =>
						void sendProblem(reply.header('allow', allow), 'method_not_allowed'),
					handler: () => undefined,
				});
			}
		});
	};
};
