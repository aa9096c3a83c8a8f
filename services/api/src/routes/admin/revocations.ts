import { ProblemError } from '@vigie/kit/problem-plugin';
import { Identifier } from '@vigie/schemas/administration';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AdminOptions } from './structures.js';

const Params = z.object({ id: Identifier });

/** revocationsRoute revokes one link, one key or one device. What is revoked stays revoked. */
export const revocationsRoute = async (
	server: FastifyInstance,
	{ registry, writer }: AdminOptions,
): Promise<void> => {
	for (const [url, type] of [
		['/admin/links/:id', 'link'],
		['/admin/api-keys/:id', 'api-key'],
	] as const) {
		server.delete(url, async (request, reply) => {
			const { id } = Params.parse(request.params);
			await writer.change(() => {
				const record = registry.find(type, id);
				if (!record) throw new ProblemError('not_found');
				return [{ ...record, revoked: true }];
			});
			return reply.send({ id, revoked: true });
		});
	}

	server.post('/admin/devices/:id/revoke', async (request, reply) => {
		const { id } = Params.parse(request.params);
		await writer.change(() => [{ type: 'revoked-device', id }]);
		return reply.send({ id, revoked: true });
	});
};
