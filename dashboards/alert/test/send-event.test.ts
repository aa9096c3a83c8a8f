import { createServer, type RequestListener } from 'node:http';
import { problemOf } from '@vigie/schemas/problem';
import { expect, onTestFinished, test } from 'vitest';
import { sendEvent } from '../src/declarations/send-event.js';
import { anAlert, START } from './stand-ins.js';

const alert = anAlert();
const receipt = { id: alert.id, revision: 0, receivedSlot: '2026-11-24T13:00:00Z' };

/** serving answers over real HTTP on a free port of the loopback, and closes with the test. */
const serving = async (listener: RequestListener): Promise<typeof fetch> => {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return (path, init) => fetch(`http://127.0.0.1:${address.port}${path}`, init);
};

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
	serving((_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
	});

const sendThrough = (fetching: typeof fetch, token: string | null = 'jeton') =>
	sendEvent({ fetch: fetching, token: () => token, now: () => START })(alert);

test('a 202 that repeats the id and the revision is an acceptance', async () => {
	expect(await sendThrough(await answering(202, receipt))).toEqual({ kind: 'accepted' });
});

test('the token and the event travel as the front door wants them', async () => {
	const seen: unknown[] = [];
	const fetching = await serving((request, response) => {
		seen.push(request.method, request.url, request.headers.authorization, request.headers['content-type']);
		request.resume();
		response.writeHead(202).end(JSON.stringify(receipt));
	});

	await sendThrough(fetching);

	expect(seen).toEqual(['POST', '/v1/events', 'Bearer jeton', 'application/json']);
});

test('the page of a hotel’s portal is not taken for an acceptance', async () => {
	const portal = await serving((_request, response) => void response.end('<html>Bienvenue</html>'));
	const redirection = await serving((request, response) => {
		if (request.url === '/v1/events') response.writeHead(307, { location: '/bienvenue' }).end();
		else response.writeHead(202).end(JSON.stringify(receipt));
	});

	expect(await sendThrough(portal)).toEqual({ kind: 'unreachable' });
	expect(await sendThrough(redirection)).toEqual({ kind: 'unreachable' });
});

test('a receipt for another event is not taken for an acceptance', async () => {
	const other = { ...receipt, id: '3f2b8c1e-9d47-4a6b-8c2e-5a7d9e1f0b34' };

	expect(await sendThrough(await answering(202, other))).toEqual({ kind: 'unreachable' });
});

for (const code of ['conflict', 'invalid_request', 'malformed_json'] as const) {
	test(`${code} is a refusal, told with its code`, async () => {
		const problem = problemOf(code);

		expect(await sendThrough(await answering(problem.status, problem))).toEqual({ kind: 'refused', code });
	});
}

for (const code of ['revoked_credentials', 'expired_credentials', 'invalid_credentials'] as const) {
	test(`${code} stops the device until it has a new token`, async () => {
		expect(await sendThrough(await answering(401, problemOf(code)))).toEqual({ kind: 'unauthorised', code });
	});
}

for (const [status, code] of [
	[429, 'too_many_requests'],
	[503, 'unavailable'],
] as const) {
	test(`${status} waits as long as the server asks`, async () => {
		const fetching = await answering(status, problemOf(code), { 'retry-after': '7' });

		expect(await sendThrough(fetching)).toEqual({ kind: 'postponed', waitMs: 7_000 });
	});
}

test('an error of the server is not taken for a refusal', async () => {
	expect(await sendThrough(await answering(500, problemOf('internal')))).toEqual({ kind: 'failed' });
});

test('no network, or no token, is told without a throw', async () => {
	const nobody: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));

	expect(await sendThrough(nobody)).toEqual({ kind: 'unreachable' });
	expect(await sendThrough(nobody, null)).toEqual({ kind: 'unauthorised', code: 'missing_credentials' });
});
