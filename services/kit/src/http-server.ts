import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { problemPlugin } from './problem-plugin.js';
import type { Readiness } from './readiness.js';

export interface HttpServerOptions {
	readonly logger: Logger;
	readonly metrics: Registry;
	readonly readiness: Readiness;
	/** Largest body accepted, in bytes. */
	readonly bodyLimit: number;
}

/** createHttpServer makes a service's HTTP server: limits, problem documents, health and metrics. It does not listen. */
export const createHttpServer = ({
	logger,
	metrics,
	readiness,
	bodyLimit,
}: HttpServerOptions): FastifyInstance => {
	const server = Fastify({
		// Fastify asks for its own logger type, which pino's satisfies.
		loggerInstance: logger as FastifyBaseLogger,
		// One line a request would be most of the log; problems are logged where they are answered.
		disableRequestLogging: true,
		bodyLimit,
		// A slow sender must not hold a connection for ever.
		requestTimeout: 15_000,
		connectionTimeout: 20_000,
		// Longer than the usual proxy's, so that the proxy closes first.
		keepAliveTimeout: 65_000,
		forceCloseConnections: 'idle',
		// A __proto__ key in a body is an attack: refuse it.
		onProtoPoisoning: 'error',
		onConstructorPoisoning: 'error',
	});
	server.register(problemPlugin);
	server.get('/health/live', async () => ({ live: true }));
	server.get('/health/ready', async (_request, reply) => {
		const missing = readiness.missing();
		return reply.code(missing.length === 0 ? 200 : 503).send({ ready: missing.length === 0, missing });
	});
	server.get('/metrics', async (_request, reply) =>
		reply.type(metrics.contentType).send(await metrics.metrics()),
	);
	return server;
};
