import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rawRequest } from './raw-request.js';
import { builtFiles, useGateway } from './use-gateway.js';

const url = await useGateway();
const asset = '/assets/index-Ab12.js';

test.each([
	['/', 'home/dist/index.html', 'text/html; charset=utf-8'],
	['/alerte/', 'alert/dist/index.html', 'text/html; charset=utf-8'],
	['/alerte/sw.js', 'alert/dist/sw.js', 'text/javascript; charset=utf-8'],
	['/alerte/manifest.webmanifest', 'alert/dist/manifest.webmanifest', 'application/manifest+json'],
	['/organisme/?signalement=r-1', 'review/dist/index.html', 'text/html; charset=utf-8'],
	['/administration/?partie=cles', 'admin/dist/index.html', 'text/html; charset=utf-8'],
	['/tendances/?region=84', 'trends/dist/index.html', 'text/html; charset=utf-8'],
	['/tendances/methode', 'trends/dist/methode.html', 'text/html; charset=utf-8'],
	['/favicon.svg', 'home/dist/favicon.svg', 'image/svg+xml'],
])('%s is the built file %s', async (path, file, type) => {
	const answer = await rawRequest(url, path);

	expect(answer.status).toBe(200);
	expect(answer.headers['content-type']).toBe(type);
	expect(answer.body.toString()).toBe(builtFiles[file]);
});

test.each(['/alerte', '/organisme', '/tendances'])('%s goes on to its folder', async (path) => {
	const answer = await rawRequest(url, path);

	expect(answer.status).toBe(308);
	expect(answer.headers.location).toBe(`${path}/`);
});

test('files with a hash in their name are kept for ever, pages and workers are asked for again', async () => {
	expect((await rawRequest(url, asset)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
	for (const path of ['/', '/alerte/', '/alerte/sw.js', '/favicon.svg'])
		expect((await rawRequest(url, path)).headers['cache-control']).toBe('no-cache');
});

test('who has a page already gets no second one', async () => {
	const first = await rawRequest(url, '/');
	const again = await rawRequest(url, '/', { headers: { 'if-none-match': `W/"x", ${first.headers.etag}` } });

	expect(again.status).toBe(304);
	expect(again.body).toHaveLength(0);
	expect(again.headers.etag).toBe(first.headers.etag);
});

test.each([
	['br, gzip', 'br', brotliDecompressSync],
	['gzip, deflate', 'gzip', gunzipSync],
	['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
	['*', 'br', brotliDecompressSync],
])('to one that accepts %s a script comes in %s', async (accepted, encoding, unpack) => {
	const answer = await rawRequest(url, asset, { headers: { 'accept-encoding': accepted } });

	expect(answer.headers['content-encoding']).toBe(encoding);
	expect(answer.headers.vary).toBe('accept-encoding');
	expect(answer.body.length).toBeLessThan(500);
	expect(unpack(answer.body).toString()).toBe(builtFiles['home/dist/assets/index-Ab12.js']);
});

test('to one that accepts nothing of it, or for a small file, it comes as it is', async () => {
	for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'br;q=0, gzip;q=0' }])
		expect((await rawRequest(url, asset, { headers })).headers['content-encoding']).toBeUndefined();
	const small = await rawRequest(url, '/', { headers: { 'accept-encoding': 'br' } });
	expect(small.headers['content-encoding']).toBeUndefined();
});

test('where nothing is, a browser reads a page and a machine a problem', async () => {
	const page = await rawRequest(url, '/nowhere', { headers: { accept: 'text/html,*/*' } });
	const problem = await rawRequest(url, '/nowhere', { headers: { accept: 'application/json' } });

	expect(page.status).toBe(404);
	expect(page.headers['content-type']).toContain('text/html');
	expect(page.body.toString()).toContain('lang="fr"');
	expect(problem.status).toBe(404);
	expect(problem.headers['content-type']).toContain('application/problem+json');
});
