import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/** timeRequests times every request of a server by route and class of status; the address itself is nobody's business. */
export const timeRequests = (server: FastifyInstance, registry: Registry): void => {
	const seconds = new Histogram({
		name: 'http_request_seconds',
		help: 'Time to answer a request',
		labelNames: ['route', 'status'],
		buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
		registers: [registry],
	});
	server.addHook('onResponse', (request, reply, done) => {
		const status = `${Math.floor(reply.statusCode / 100)}xx`;
		seconds.observe({ route: request.routeOptions.url ?? 'none', status }, reply.elapsedTime / 1_000);
		done();
	});
};
