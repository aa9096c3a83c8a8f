import { actorOf } from '@vigie/kit/access/audit-log';
import { hashOf, newId, newSecret } from '@vigie/kit/access/secrets';
import { type ApiKeyIssued, ApiKeyOrder, Identifier, KeyRotation } from '@vigie/schemas/administration';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { rotateKey } from '../../registry/rotate-key.js';
import { requireCode } from '../../taxonomy-codes.js';
import { type AdminOptions, expiryOf, requireActive } from './structures.js';

const Params = z.object({ id: Identifier });

/** apiKeysRoute makes a machine client's key, shown once; it stands for one structure. A key that is rotated works a while beside the new one. */
export const apiKeysRoute = async (server: FastifyInstance, options: AdminOptions): Promise<void> => {
	const { registry, writer, clock, audit } = options;
	server.post('/admin/api-keys', { config: { action: 'administration:write' } }, async (request, reply) => {
		const order = ApiKeyOrder.parse(request.body);
		requireCode('roleFamilies', order.roleFamily, 'roleFamily');
		const expiresAt = expiryOf(clock, order.expiresInDays);
		const [id, secret] = [newId(), newSecret()];
		requireActive(registry, order.structure);
		await audit.write({ actor: actorOf(request.subject), action: 'api-key.created', target: id });
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

	server.post(
		'/admin/api-keys/:id/rotate',
		{ config: { action: 'administration:write' } },
		async (request, reply) => {
			const { id: key } = Params.parse(request.params);
			const { overlapDays } = KeyRotation.parse(request.body ?? {});
			return reply.code(201).send(await rotateKey(options, request.subject, { key, overlapDays }));
		},
	);
};
