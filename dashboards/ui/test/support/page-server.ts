import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { WorldState } from '@vigie/schemas/http';
import { levelOfPeriod } from '@vigie/schemas/lattice';
import type { WeeklySignals } from '@vigie/schemas/weekly-signals';
import { askDesk } from '@vigie/test/ask-desk';
import { pagePolicy } from '../../../../services/gateway/src/security-headers.js';
import { demoAnswers } from './answers-fixture.js';
import {
	demoLive,
	demoNews,
	demoReports,
	demoWorld,
	manifests,
	seriesOf,
	tableOf,
} from './published-fixture.js';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
};
const hashes: readonly string[] = JSON.parse(
	readFileSync(new URL('../../csp-style-hashes.json', import.meta.url), 'utf8'),
);

/** Asked is a request as a test's own part of the API sees it. */
export interface Asked {
	readonly method: string;
	readonly path: string;
	readonly body: string;
	readonly headers: IncomingHttpHeaders;
}
/** Said is its answer: a status and a body. */
export interface Said {
	readonly status: number;
	readonly body: object;
}

/** Stage is what the API of a test says; a test may change it between two visits. */
export interface Stage {
	world: WorldState;
	news: WeeklySignals;
	hasReleases: boolean;
	isBroken: boolean;
	/** What a test answers by itself, before what is published; null for what it does not know. */
	answer: (asked: Asked) => Said | null;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString();
};

const answerOf = (path: string, query: URLSearchParams, stage: Stage): object | null => {
	if (path === '/v1/world') return stage.world;
	if (path === '/v1/signals') return stage.news;
	if (path === '/v1/live') return demoLive;
	if (path === '/v1/reports/public') return demoReports;
	if (path === '/v1/reports/answers') return demoAnswers;
	if (path === '/v1/maintenances') return { world: 'demo', now: demoLive.now, maintenances: [] };
	if (path === '/v1/releases') return { releases: stage.hasReleases ? manifests : [] };
	const table = /^\/v1\/releases\/([^/]+)\/([a-z-]+)\.json$/.exec(path);
	if (table) return tableOf(table[1] ?? '', table[2] ?? '');
	const series = /^\/v1\/series\/(week|month|quarter)\/([a-z-]+)\.json$/.exec(path);
	const level =
		series?.[1] === 'week' || series?.[1] === 'month' || series?.[1] === 'quarter' ? series[1] : null;
	return level && levelOfPeriod(query.get('from') ?? '') === level
		? seriesOf(level, series?.[2] ?? '', query)
		: null;
};

const sendJson = (response: ServerResponse, status: number, body: object): void => {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/**
 * servePages serves a dashboard, built once for all tests of a run, as the gateway does, under the gateway's own security
 * policy, beside an API whose answers are computed from the lattice.
 */
export const servePages = async (dashboard: string, base: string) => {
	const folder = await askDesk(`/pages/${dashboard}`);
	const stage: Stage = {
		world: demoWorld(),
		news: demoNews(),
		hasReleases: true,
		isBroken: false,
		answer: () => null,
	};

	const server = createServer(async (request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page.test');
		if (pathname.startsWith('/v1/')) {
			const problem = {
				type: 'about:blank',
				title: 'Momentanément indisponible',
				status: 503,
				code: 'unavailable',
			};
			if (stage.isBroken) return sendJson(response, 503, problem);
			const asked = {
				method: request.method ?? 'GET',
				path: pathname,
				body: await bodyOf(request),
				headers: request.headers,
			};
			const own = stage.answer(asked);
			if (own) return sendJson(response, own.status, own.body);
			const answer = answerOf(pathname, searchParams, stage);
			return !answer ? sendJson(response, 503, problem) : sendJson(response, 200, answer);
		}
		const file = join(folder, pathname.slice(base.length) || 'index.html');
		if (!existsSync(file)) return response.writeHead(204).end();
		const headers = {
			'content-type': TYPES[extname(file)] ?? 'text/plain',
			'content-security-policy': pagePolicy(hashes),
		};
		response.writeHead(200, headers).end(readFileSync(file));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address that is no pipe's name.
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { address: `http://127.0.0.1:${port}${base}`, stage, close };
};
