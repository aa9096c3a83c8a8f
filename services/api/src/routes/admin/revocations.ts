import { actorOf } from '@vigie/kit/access/audit-log';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { Identifier } from '@vigie/schemas/administration';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AdminOptions } from './structures.js';

const Params = z.object({ id: Identifier });
const writing = { config: { action: 'administration:write' } } as const;

/** revocationsRoute revokes one link, one key or one device. What is revoked stays revoked. */
export const revocationsRoute = async (
	server: FastifyInstance,
	{ registry, writer, audit }: AdminOptions,
): Promise<void> => {
	for (const [url, type, action] of [
		['/admin/links/:id', 'link', 'link.revoked'],
		['/admin/api-keys/:id', 'api-key', 'api-key.revoked'],
	] as const) {
		server.delete(url, writing, async (request, reply) => {
			const { id } = Params.parse(request.params);
			if (!registry.find(type, id)) throw new ProblemError('not_found');
			await audit.write({ actor: actorOf(request.subject), action, target: id });
			await writer.change(() => {
				const record = registry.find(type, id);
				if (!record) throw new ProblemError('not_found');
				return [{ ...record, revoked: true }];
			});
			return reply.send({ id, revoked: true });
		});
	}

	server.post('/admin/devices/:id/revoke', writing, async (request, reply) => {
		const { id } = Params.parse(request.params);
		await audit.write({ actor: actorOf(request.subject), action: 'device.revoked', target: id });
		await writer.change(() => [{ type: 'revoked-device', id }]);
		return reply.send({ id, revoked: true });
	});
};
