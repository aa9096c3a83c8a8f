import { guardRoutes } from '@vigie/kit/access/guard-routes';
import { type NoteRefusal, noteRefusals } from '@vigie/kit/access/note-refusals';
import { createBareHttpServer } from '@vigie/kit/http-server';
import { createLogger } from '@vigie/kit/logger';
import type { Subject } from '@vigie/schemas/accounts/subject';
import { cleanUp } from '@vigie/test/cleanup';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';

const useServer = (subject: Subject | null = null, note: NoteRefusal = () => undefined): FastifyInstance => {
	const server = createBareHttpServer({
		logger: createLogger('test', 'silent'),
		bodyLimit: 1_024,
		certificate: null,
	});
	cleanUp(() => server.close());
	guardRoutes(server, [async () => subject], note);
	return server;
};
const answerer: Subject = {
	kind: 'account',
	account: 'a-1',
	grants: [{ role: 'institution_answerer', body: 'CNAF' }],
};

test('a service with a route that declares no action does not start', async () => {
	const server = useServer();
	server.register(async (scope) => {
		scope.get('/v1/forgotten', async () => 'all of it');
	});

	await expect(server.ready()).rejects.toThrow('GET /v1/forgotten declares no action');
});

test('the routes of a scope that says what they all do are guarded by it, and by it alone', async () => {
	const server = useServer();
	server.register(async (scope) => {
		scope.decorate('actionOfScope', 'jobs:read');
		scope.register(async (theirs) => void theirs.get('/theirs', async () => 'all of it'));
	});
	server.register(
		async (scope) => void scope.get('/open', { config: { action: 'public:read' } }, () => 'open'),
	);

	expect((await server.inject('/theirs')).statusCode).toBe(401);
	expect((await server.inject('/open')).statusCode).toBe(200);
});

test('nor one whose route is about a thing of one body and does not say whose', async () => {
	const server = useServer();
	server.register(async (scope) => {
		scope.get('/v1/reports/:id', { config: { action: 'report:read' } }, async () => 'one');
	});

	await expect(server.ready()).rejects.toThrow('does not say to which body');
});

test('what belongs to another body is refused, what belongs to one’s own is not', async () => {
	const server = useServer(answerer);
	const bodyOf = ({ url }: { url: string }): string | null => url.split('/').at(-1) ?? null;
	server.post('/v1/things/:body', { config: { action: 'report:answer', bodyOf } }, async () => 'done');

	expect((await server.inject({ method: 'POST', url: '/v1/things/CNAF' })).statusCode).toBe(200);
	expect((await server.inject({ method: 'POST', url: '/v1/things/ANTS' })).statusCode).toBe(403);
});

test('who may not do it at all is refused before the body is read', async () => {
	const server = useServer();
	server.post('/v1/admin/things', { config: { action: 'administration:write' } }, async () => 'done');

	const answer = await server.inject({
		method: 'POST',
		url: '/v1/admin/things',
		headers: { 'content-type': 'application/json' },
		payload: '{ broken',
	});

	expect(answer.statusCode).toBe(401);
});

test('what somebody who is known may not do is written down, once a minute; what nobody may is not', async () => {
	const written: unknown[] = [];
	const audit = { write: async (deed: unknown) => void written.push(deed), close: async () => undefined };
	const note = noteRefusals(audit, createLogger('test', 'silent'));
	const ask = async (subject: Subject | null) => {
		const server = useServer(subject, note);
		server.get('/v1/admin/things', { config: { action: 'administration:read' } }, async () => 'all of it');
		return (await server.inject('/v1/admin/things')).statusCode;
	};

	expect([await ask(answerer), await ask(answerer), await ask(null)]).toEqual([403, 403, 401]);
	expect(written).toEqual([
		{
			actor: { kind: 'account', account: 'a-1' },
			action: 'access.refused',
			detail: 'administration:read',
		},
	]);
});

test('a refusal that cannot be written down is a refusal all the same', async () => {
	const audit = { write: () => Promise.reject(new Error('away')), close: async () => undefined };
	const server = useServer(answerer, noteRefusals(audit, createLogger('test', 'silent')));
	server.get('/v1/admin/things', { config: { action: 'administration:read' } }, async () => 'all of it');

	expect((await server.inject('/v1/admin/things')).statusCode).toBe(403);
});
