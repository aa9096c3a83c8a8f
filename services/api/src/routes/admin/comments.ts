import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { type CommentPage, CommentPageQuery } from '@vigie/schemas/comment';
import type { FastifyInstance } from 'fastify';
import type { CommentReader } from '../../comments/read-comments.js';

export interface CommentsOptions {
	readonly comments: CommentReader;
	/** Whether this deployment takes comments now. */
	readonly commentsTaken: CommentPage['taken'];
	readonly audit: AuditLog;
}

/**
 * commentsRoute lets curators, and nobody else, read the words that came with alerts, a page at a time. Each page is written down before a word of it
 * is read: who, when, and from where to where. There is no search, no file and no copy of them.
 */
export const commentsRoute = async (
	server: FastifyInstance,
	{ comments, commentsTaken, audit }: CommentsOptions,
): Promise<void> => {
	server.get('/v1/admin/comments', { config: { action: 'comment:read' } }, async (request, reply) => {
		const { before } = CommentPageQuery.parse(request.query);
		const sheet = await comments.find(before ?? null);
		await audit.write({
			actor: actorOf(request.subject),
			action: 'comment.read',
			detail: `${sheet.from}-${sheet.end}`,
		});
		const answer: CommentPage = {
			taken: commentsTaken,
			...(await comments.open(sheet)),
			before: sheet.isLast ? null : String(sheet.from),
		};
		return reply.header('cache-control', 'no-store').send(answer);
	});
};
