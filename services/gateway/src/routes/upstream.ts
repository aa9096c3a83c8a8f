import httpProxy from '@fastify/http-proxy';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { CSRF_HEADER } from '@vigie/schemas/accounts/session';
import type { FastifyInstance } from 'fastify';

export interface UpstreamOptions {
	readonly url: string;
	/** Who vouches for the service when it is spoken to over TLS; empty for those that Node knows. */
	readonly ca: string;
	/** Addresses passed on, unchanged; `/v1/*` takes all below it. */
	readonly routes: readonly string[];
	/** Whether people come here with a session: then its cookie, and what tells whose page asks, go along. */
	readonly sessions?: boolean;
	/** Largest body passed on, in bytes. */
	readonly bodyLimit: number;
}

/** All that a service hears of a request: no address, no user agent, no referrer. */
const passed = [
	'authorization',
	'content-type',
	'accept',
	'if-none-match',
	'content-length',
	'content-encoding',
] as const;
/** Beside these where people sign in. */
const ofSessions = ['cookie', 'origin', 'sec-fetch-site', CSRF_HEADER] as const;
/** What a service may say of itself stays inside. */
const kept = ['server', 'x-powered-by', 'connection', 'keep-alive', 'transfer-encoding'] as const;

// Letters, digits, dot, dash and underscore; no segment of dots, no percent-encoding: nothing that two readers may read in two ways.
const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)+\/?$/;

const HEADERS_MS = 12_000;
const RETRY_AFTER_SECONDS = 5;

/** upstreamRoute passes requests on to a service and its answers back; 503 as a problem document when it does not answer. */
export const upstreamRoute = async (
	server: FastifyInstance,
	{ url, ca, routes, bodyLimit, sessions = false }: UpstreamOptions,
): Promise<void> => {
	server.decorate('actionOfScope', 'request:pass');
	const heard = sessions ? [...passed, ...ofSessions] : passed;
	// Whole bodies, for they are small: a service that refuses one while it is still being sent would look as if it were down.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
		done(null, body),
	);
	server.addHook('onRequest', async (request) => {
		if (!plainPath.test(request.url.split('?', 1)[0] ?? '')) throw new ProblemError('not_found');
	});
	await server.register(httpProxy, {
		upstream: url,
		routes: [...routes],
		proxyPayloads: false,
		handler: (request, reply, target, answer) => {
			const contentType = request.headers['content-type'] ?? 'application/octet-stream';
			const body = Buffer.isBuffer(request.body) ? { body: request.body, contentType } : {};
			return reply.from(target, { ...answer, ...body });
		},
		destroyAgent: true,
		// One who asks for a connection upgrade gets none: `websocket` is off.
		disableRequestLogging: true,
		undici: {
			connections: 128,
			pipelining: 1,
			// By itself the plugin takes any certificate.
			connect: { timeout: 2_000, rejectUnauthorized: true, ...(ca && { ca }) },
			// Below the services' own keep-alive, or a request may be sent on a socket that is being closed.
			keepAliveTimeout: 30_000,
			headersTimeout: HEADERS_MS,
			bodyTimeout: HEADERS_MS,
		},
		// Its default tries a GET again, ten times, when the answer is 503.
		retryMethods: [],
		replyOptions: {
			rewriteRequestHeaders: (_request, headers) =>
				Object.fromEntries(
					heard.flatMap((name) => {
						const value = headers[name];
						return value === undefined ? [] : [[name, value]];
					}),
				),
			rewriteHeaders: (headers) =>
				Object.fromEntries(Object.entries(headers).filter(([name]) => !kept.some((left) => left === name))),
			onError: (reply) =>
				void reply.send(new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS })),
			retryDelay: () => null,
		},
	});
};
