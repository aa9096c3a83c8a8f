import { sendProblem } from '@vigie/kit/problem-plugin';
import type { FastifyInstance } from 'fastify';

/** otherMethodsRoute answers 405 with `Allow` where only POST exists, before any credential or body is looked at. */
export const otherMethodsRoute = async (server: FastifyInstance): Promise<void> => {
	for (const url of ['/v1/events', '/v1/events/batch', '/v1/proposals']) {
		server.route({
			url,
			config: { action: 'public:read' },
			method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
			onRequest: (_request, reply) => void sendProblem(reply.header('allow', 'POST'), 'method_not_allowed'),
			handler: () => undefined,
		});
	}
};
