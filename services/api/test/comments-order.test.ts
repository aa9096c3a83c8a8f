import { commentsRoute } from '@vigie/api/routes/admin/comments';
import { guardRoutes } from '@vigie/kit/access/guard-routes';
import { createBareHttpServer } from '@vigie/kit/http-server';
import { createLogger } from '@vigie/kit/logger';
import type { Subject } from '@vigie/schemas/accounts/subject';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';

const curator: Subject = { kind: 'account', account: 'a-1', grants: [{ role: 'curator', body: null }] };

test('a page is written down, and that is acknowledged, before a word of it is read', async () => {
	const told: string[] = [];
	const server = createBareHttpServer({
		logger: createLogger('test', 'silent'),
		bodyLimit: 1_024,
		certificate: null,
	});
	cleanUp(() => server.close());
	guardRoutes(server, [async () => curator], () => undefined);
	server.register(commentsRoute, {
		commentsTaken: 'on',
		comments: {
			find: async () => {
				told.push('placed');
				return { from: 3n, end: 5n, isLast: true };
			},
			open: async () => {
				told.push('read');
				return { comments: [], unreadable: 0 };
			},
		},
		audit: {
			write: async ({ action, detail }) => {
				told.push(`about to write ${action} ${detail}`);
				await new Promise((resolve) => setImmediate(resolve));
				told.push('written');
			},
			close: async () => undefined,
		},
	});

	const { statusCode } = await server.inject('/v1/admin/comments');

	expect(statusCode).toBe(200);
	expect(told).toEqual(['placed', 'about to write comment.read 3-5', 'written', 'read']);
});
