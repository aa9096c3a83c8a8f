import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import type { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { ReadingBoard } from '../../jobs/reading-board.js';

export interface JobsOptions {
	/** The queues of the services. */
	readonly queues: readonly Queue[];
	readonly audit: AuditLog;
}

/** Where the board is, at the front door. */
const PATH = '/v1/admin/jobs';

/** What the board's own files need, and nothing from elsewhere: it would fetch a font from Google. */
const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"base-uri 'self'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/**
 * jobsRoute shows administrators the board of jobs (https://github.com/felixmosh/bull-board), to be read: nothing can be done from it, for what
 * jobs do follows from the log and the clock. Opening it is written down.
 */
export const jobsRoute = async (server: FastifyInstance, { queues, audit }: JobsOptions): Promise<void> => {
	server.decorate('actionOfScope', 'jobs:read');
	const board = new ReadingBoard();
	createBullBoard({
		queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
		serverAdapter: board.setBasePath(PATH),
		options: {
			uiConfig: {
				boardTitle: 'Vigie',
				locale: { lng: 'fr-FR' },
				hideDocsLink: true,
				hideRedisDetails: true,
				showWorkers: false,
			},
		},
	});
	server.addHook('preHandler', async ({ url, subject }) => {
		if (new URL(url, 'http://here.invalid').pathname === `${PATH}/`)
			await audit.write({ actor: actorOf(subject), action: 'jobs.opened' });
	});
	server.addHook('onSend', async (_request, reply) => {
		reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-store' });
		if (reply.statusCode >= 400) reply.type('application/problem+json');
		if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer');
	});
	await server.register(board.registerPlugin());
};
