import { createBareHttpServer } from '@vigie/kit/http-server';
import type { ServerCertificate } from '@vigie/kit/server-certificate';
import { timeRequests } from '@vigie/kit/time-requests';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { pagesRoute } from './routes/pages.js';
import { upstreamRoute } from './routes/upstream.js';
import { dataPolicy, pagePolicy, securityHeaders } from './security-headers.js';
import type { StaticFiles } from './static-files.js';

export interface AppDependencies {
	readonly logger: Logger;
	readonly certificate: ServerCertificate | null;
	/** Who vouches for the services behind it; empty for those that Node knows. */
	readonly ca: string;
	readonly metrics: Registry;
	readonly files: StaticFiles;
	readonly styleHashes: readonly string[];
	readonly intakeUrl: string;
	readonly apiUrl: string;
	readonly reporterUrl: string;
	readonly loaderUrl: string;
	readonly publicUrl: string;
}

/** What people type into the front door's pages is small; each service has its own limits behind these. */
const BODY_LIMIT = 16_384;
const BATCH_LIMIT = 1_000_000;
const batch = ['/v1/events/batch'];
const events = ['/v1/events', '/v1/events/*', '/v1/comments', '/v1/proposals'];
const reports = [
	'/v1/reports',
	'/v1/reports/*',
	'/v1/admin/sendings',
	'/v1/bodies/:body/deliveries',
	'/v1/bodies/:body/recipients/:id/test',
	'/v1/bodies/:body/webhooks/:id/test',
];
const letters = ['/v1/admin/dead-letters', '/v1/admin/dead-letters/*'];
const people = ['/v1/me', '/v1/session/*', '/v1/admin/*', '/v1/bodies/*'];
const others = ['/v1/*', '/openapi.json', '/asyncapi.json'];

/** createApp puts the front door together. It does not listen. */
export const createApp = (dependencies: AppDependencies): FastifyInstance => {
	const {
		logger,
		certificate,
		ca,
		metrics,
		files,
		styleHashes,
		intakeUrl,
		apiUrl,
		reporterUrl,
		loaderUrl,
		publicUrl,
	} = dependencies;
	const app = createBareHttpServer({ logger, bodyLimit: BODY_LIMIT, certificate });
	const headers = { ...securityHeaders(publicUrl), 'content-security-policy': dataPolicy };
	app.addHook('onRequest', (_request, reply, done) => {
		reply.headers(headers);
		done();
	});
	timeRequests(app, metrics);
	app.register(upstreamRoute, { ca, url: intakeUrl, routes: batch, bodyLimit: BATCH_LIMIT });
	app.register(upstreamRoute, { ca, url: intakeUrl, routes: events, bodyLimit: BODY_LIMIT });
	app.register(upstreamRoute, {
		ca,
		url: reporterUrl,
		routes: reports,
		bodyLimit: BODY_LIMIT,
		sessions: true,
	});
	app.register(upstreamRoute, { ca, url: loaderUrl, routes: letters, bodyLimit: BODY_LIMIT, sessions: true });
	app.register(upstreamRoute, { ca, url: apiUrl, routes: people, bodyLimit: BODY_LIMIT, sessions: true });
	app.register(upstreamRoute, { ca, url: apiUrl, routes: others, bodyLimit: BODY_LIMIT });
	app.register(pagesRoute, { files, policy: pagePolicy(styleHashes) });
	return app;
};
