import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { requireActions } from './access/declared-actions.js';
import { problemPlugin, sendProblem } from './problem-plugin.js';
import type { Readiness } from './readiness.js';
import type { ServerCertificate } from './server-certificate.js';

export interface BareHttpServerOptions {
	readonly logger: Logger;
	/** Largest body accepted, in bytes. */
	readonly bodyLimit: number;
	/** What it shows to those who ask; null where it answers in clear. */
	readonly certificate: ServerCertificate | null;
}

export interface HttpServerOptions extends BareHttpServerOptions {
	readonly metrics: Registry;
	readonly readiness: Readiness;
}

const SWEEP_MS = 50;
const reading = { config: { action: 'health:read' } } as const;

/**
 * letConnectionsGo closes, during a shutdown, each connection once its last answer is out: Node closes those that are idle when
 * the shutdown begins, and would wait for all others until their keep-alive ends.
 */
const letConnectionsGo = (server: FastifyInstance): void => {
	server.addHook('preClose', (done) => {
		const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS);
		server.server.once('close', () => clearInterval(sweep));
		if (!server.server.listening) clearInterval(sweep);
		done();
	});
};

/**
 * createBareHttpServer makes an HTTP server with limits and problem documents, whose routes each declare their action, without health nor
 * metrics. It does not listen.
 */
export const createBareHttpServer = ({
	logger,
	bodyLimit,
	certificate,
}: BareHttpServerOptions): FastifyInstance => {
	const server: FastifyInstance = Fastify({
		https: certificate,
		// Fastify asks for its own logger type, which pino's satisfies.
		loggerInstance: logger as FastifyBaseLogger,
		// One line a request would be most of the log; problems are logged where they are answered.
		logController: new LogController({ disableRequestLogging: true }),
		// A line or none a request needs no logger of its own, which costs a request as much as its address's look-up.
		childLoggerFactory: (parent) => parent,
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
		// Fastify's own answer to an address it cannot read would repeat the address.
		frameworkErrors: (_error, _request, reply) => sendProblem(reply, 'not_found'),
	});
	requireActions(server);
	server.register(problemPlugin);
	letConnectionsGo(server);
	return server;
};

/** createHttpServer makes a service's HTTP server: limits, problem documents, health and metrics. It does not listen. */
export const createHttpServer = ({ metrics, readiness, ...bare }: HttpServerOptions): FastifyInstance => {
	const server = createBareHttpServer(bare);
	new Gauge({
		name: 'service_ready',
		help: '1 while the service takes work',
		registers: [metrics],
		collect() {
			this.set(Number(readiness.missing().length === 0));
		},
	});
	server.get('/health/live', reading, async () => ({ live: true }));
	server.get('/health/ready', reading, async (_request, reply) => {
		const missing = readiness.missing();
		const ready = missing.length === 0;
		return reply.code(ready ? 200 : 503).send({ ready, missing, silent: readiness.silent() });
	});
	server.get('/metrics', reading, async (_request, reply) =>
		reply.type(metrics.contentType).send(await metrics.metrics()),
	);
	return server;
};
