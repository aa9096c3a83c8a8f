import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Histogram, type Registry } from 'prom-client';

/** metricsPlugin times every request by route and class of status; the address itself is nobody's business. */
export const metricsPlugin = fp(
	async (server: FastifyInstance, { registry }: { registry: Registry }) => {
		const seconds = new Histogram({
			name: 'gateway_request_seconds',
			help: 'Time to answer at the front door',
			labelNames: ['route', 'status'],
			buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
			registers: [registry],
		});
		server.addHook('onResponse', async (request, reply) => {
			const status = `${Math.floor(reply.statusCode / 100)}xx`;
			seconds.observe({ route: request.routeOptions.url ?? 'none', status }, reply.elapsedTime / 1_000);
		});
	},
	{ name: 'metrics' },
);
