import type { CommentSwitch } from '@vigie/schemas/comment';
import type { FastifyInstance } from 'fastify';

/** switchRoute is `GET /v1/comments`, open to all: whether this deployment takes comments, for the page to show a field or none. */
export const switchRoute = async (server: FastifyInstance, { comments }: CommentSwitch): Promise<void> => {
	server.get('/v1/comments', { config: { action: 'public:read' } }, async (_request, reply) =>
		reply.header('cache-control', 'no-store').send({ comments } satisfies CommentSwitch),
	);
};
