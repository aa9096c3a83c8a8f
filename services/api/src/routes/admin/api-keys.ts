import { type ApiKeyIssued, ApiKeyOrder } from '@vigie/schemas/administration';
import type { FastifyInstance } from 'fastify';
import { hashOf, newId, newSecret } from '../../registry/secrets.js';
import { requireCode } from '../../taxonomy-codes.js';
import { type AdminOptions, expiryOf, requireActive } from './structures.js';

/** apiKeysRoute makes a machine client's key, shown once; it stands for one structure. */
export const apiKeysRoute = async (
	server: FastifyInstance,
	{ registry, writer, clock }: AdminOptions,
): Promise<void> => {
	server.post('/admin/api-keys', async (request, reply) => {
		const order = ApiKeyOrder.parse(request.body);
		requireCode('roleFamilies', order.roleFamily, 'roleFamily');
		const expiresAt = expiryOf(clock, order.expiresInDays);
		const [id, secret] = [newId(), newSecret()];
		await writer.change(() => [
			{
				type: 'api-key',
				id,
				structure: requireActive(registry, order.structure).id,
				roleFamily: order.roleFamily,
				secretHash: hashOf(secret),
				scopes: order.scopes,
				expiresAt,
				revoked: false,
			},
		]);
		return reply.code(201).send({ id, key: `vk_${id}_${secret}`, expiresAt } satisfies ApiKeyIssued);
	});
};
