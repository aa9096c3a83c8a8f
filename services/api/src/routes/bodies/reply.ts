import { actorOf } from '@vigie/kit/access/audit-log';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { parisDateOf } from '@vigie/schemas/calendar';
import { detect } from '@vigie/schemas/personal-data/detect';
import { bodyReplyId } from '@vigie/schemas/registry';
import { BodyReplyDraft, type BodyReplyKept } from '@vigie/schemas/reports/figures';
import type { FastifyInstance } from 'fastify';
import type { AdminOptions } from '../admin/structures.js';
import { bodyOfPath, knownBody } from './body-of-path.js';

/** In the body's own name: its own people and machines write it, an administrator does not. */
const answering = { action: 'report:answer', bodyOf: bodyOfPath } as const;
/** A text of 500 characters in escapes of six bytes each. */
const BODY_LIMIT = 8_192;

/** replyRoute takes what a body says of its own figures, published beside them under its name, and lets it take it back. */
export const replyRoute = async (
	server: FastifyInstance,
	{ registry, writer, clock, audit }: AdminOptions,
): Promise<void> => {
	server.put('/bodies/:body/reply', { config: answering, bodyLimit: BODY_LIMIT }, async (request, reply) => {
		const { body } = knownBody(request.params);
		const { text } = BodyReplyDraft.parse(request.body);
		if (detect(text).length > 0)
			throw new ProblemError('invalid_request', { errors: [{ path: 'text', code: 'personal_data' }] });
		await audit.write({ actor: actorOf(request.subject), action: 'reply.written', body });
		const at = clock.now().toISOString();
		await writer.change(() => [
			{ type: 'body-reply', id: bodyReplyId(body), body, text, at, withdrawn: false },
		]);
		const kept: BodyReplyKept = { body, reply: { text, on: parisDateOf(new Date(at)) } };
		return reply.header('cache-control', 'no-store').send(kept);
	});

	server.delete('/bodies/:body/reply', { config: answering }, async (request, reply) => {
		const { body } = knownBody(request.params);
		const known = registry.find('body-reply', bodyReplyId(body));
		if (!known || known.withdrawn) throw new ProblemError('not_found');
		await audit.write({ actor: actorOf(request.subject), action: 'reply.withdrawn', body });
		// The words go with it: what was taken back is not kept.
		await writer.change(() => [{ ...known, text: '-', withdrawn: true }]);
		return reply.header('cache-control', 'no-store').send({ body, reply: null } satisfies BodyReplyKept);
	});
};
