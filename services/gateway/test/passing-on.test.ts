import { expect, test } from 'vitest';
import { rawRequest } from './raw-request.js';
import { useGateway, useUpstream } from './use-gateway.js';

const intake = await useUpstream('intake', (server) => {
	server.post('/v1/events/slow', () => new Promise(() => undefined));
});
const api = await useUpstream('api', (server) => {
	server.get('/v1/unwell', async (_request, reply) => reply.code(503).header('retry-after', '3').send({}));
	server.get('/v1/known', async (_request, reply) => reply.code(304).header('etag', '"1"').send());
});
const reporter = await useUpstream('reporter');
const loader = await useUpstream('loader');
const url = await useGateway({
	VIGIE_INTAKE_URL: intake,
	VIGIE_API_URL: api,
	VIGIE_REPORTER_URL: reporter,
	VIGIE_LOADER_URL: loader,
});

test.each([
	['POST', '/v1/events', 'intake'],
	['POST', '/v1/events/batch', 'intake'],
	['GET', '/v1/world', 'api'],
	['GET', '/v1/releases/2026-W46/region-platform.json?a=1&b=2', 'api'],
	['POST', '/v1/devices', 'api'],
	['GET', '/openapi.json', 'api'],
	['GET', '/asyncapi.json', 'api'],
	['GET', '/v1/reports?state=sent', 'reporter'],
	['GET', '/v1/reports/public', 'reporter'],
	['POST', '/v1/reports/r-3f0c9a7e51b24d6890aa12cd/commands', 'reporter'],
	['GET', '/v1/bodies/CNAF/settings', 'api'],
	['POST', '/v1/bodies/CNAF/recipients', 'api'],
	['DELETE', '/v1/bodies/CNAF/recipients/0a1b2c', 'api'],
	['POST', '/v1/bodies/CNAF/webhooks/0a1b2c/rotate', 'api'],
	['POST', '/v1/bodies/CNAF/webhooks/0a1b2c/test', 'reporter'],
	['POST', '/v1/bodies/CNAF/recipients/0a1b2c/test', 'reporter'],
	['GET', '/v1/bodies/CNAF/deliveries', 'reporter'],
	['POST', '/v1/bodies/CNAF/keys/0a1b2c/rotate', 'api'],
	['GET', '/v1/admin/sendings', 'reporter'],
	['GET', '/v1/session/own', 'api'],
	['GET', '/v1/admin/dead-letters?reason=empty', 'loader'],
	['POST', '/v1/admin/dead-letters/replay', 'loader'],
	['GET', '/v1/admin/audit', 'api'],
	['POST', '/v1/proposals', 'intake'],
	['GET', '/v1/proposals/decisions', 'api'],
])('%s %s goes to %s, as it is', async (method, path, name) => {
	const response = await fetch(`${url}${path}`, { method });

	expect(await response.json()).toMatchObject({ name, method, url: path });
});

test('a body arrives byte for byte, with its type', async () => {
	const body = '{ "a" : "é\\u0000" ,"a":2}';

	const response = await fetch(`${url}/v1/events`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body,
	});

	expect(await response.json()).toMatchObject({
		body,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-length': String(Buffer.byteLength(body)),
		},
	});
});

test('a service hears of the credential and the conditions, and of nobody', async () => {
	const headers = {
		authorization: 'Bearer x',
		accept: 'application/json',
		'if-none-match': '"1"',
		'user-agent': 'canary',
		cookie: 'canary=1',
		referer: 'http://canary/',
		origin: 'http://canary',
		'x-forwarded-for': '203.0.113.9',
		forwarded: 'for=203.0.113.9',
		'x-real-ip': '203.0.113.9',
		'accept-language': 'fr',
		'x-canary': 'canary',
	};

	const answer = await rawRequest(url, '/v1/world', { headers });

	const heard: unknown = JSON.parse(answer.body.toString()).headers;
	expect(heard).toEqual({
		authorization: 'Bearer x',
		accept: 'application/json',
		'if-none-match': '"1"',
		host: new URL(api).host,
		connection: 'keep-alive',
	});
});

test('where people sign in, the session’s cookie goes along, and what tells whose page asks', async () => {
	const headers = {
		cookie: '__Host-vigie=1',
		origin: 'https://evil.example',
		'sec-fetch-site': 'cross-site',
		'x-csrf-token': 'token',
		'user-agent': 'canary',
		'x-forwarded-for': '203.0.113.9',
	};

	const answer = await rawRequest(url, '/v1/me', { headers });

	const heard = JSON.parse(answer.body.toString()).headers;
	expect(heard).toMatchObject({
		cookie: '__Host-vigie=1',
		origin: 'https://evil.example',
		'sec-fetch-site': 'cross-site',
		'x-csrf-token': 'token',
	});
	expect(Object.keys(heard)).not.toContain('user-agent');
	expect(Object.keys(heard)).not.toContain('x-forwarded-for');
});

test('what a service says of itself stays inside; its answers do not', async () => {
	const response = await fetch(`${url}/v1/world`);
	expect(response.headers.get('server')).toBeNull();
	expect(response.headers.get('x-powered-by')).toBeNull();

	expect((await rawRequest(url, '/v1/known')).status).toBe(304);
	const unwell = await fetch(`${url}/v1/unwell`);
	expect(unwell.status).toBe(503);
	expect(unwell.headers.get('retry-after')).toBe('3');
});

test.each([
	['/v1/events', 20_000],
	['/v1/events/batch', 1_100_000],
	['/v1/devices', 20_000],
])('more than %s may hold stops at the door', async (path, size) => {
	const response = await fetch(`${url}${path}`, { method: 'POST', body: 'a'.repeat(size) });

	expect(response.status).toBe(413);
	expect(await response.json()).toMatchObject({ code: 'body_too_large' });
});

test('the largest batch passes the door', async () => {
	const response = await fetch(`${url}/v1/events/batch`, { method: 'POST', body: 'a'.repeat(900_000) });

	expect(await response.json()).toMatchObject({ name: 'intake', headers: { 'content-length': '900000' } });
});

test('a service that is down is a problem document with Retry-After', async () => {
	const alone = await useGateway({
		VIGIE_INTAKE_URL: 'http://127.0.0.1:1',
		VIGIE_API_URL: 'http://127.0.0.1:1',
	});

	for (const [method, path] of [
		['POST', '/v1/events'],
		['GET', '/v1/world'],
	]) {
		const response = await fetch(`${alone}${path}`, { method: method ?? 'GET' });
		expect(response.status).toBe(503);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(response.headers.get('content-type')).toContain('application/problem+json');
	}
});

test('a service that never answers is one that is down', async () => {
	const response = await fetch(`${url}/v1/events/slow`, { method: 'POST' });

	expect(response.status).toBe(503);
}, 30_000);
