import { actorOf } from '@vigie/kit/access/audit-log';
import { hashOf, newId, newSecret } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { type ApiKeyIssued, ApiKeyOrder, Identifier, KeyRotation } from '@vigie/schemas/administration';
import type { RecordOf } from '@vigie/schemas/registry';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireCode } from '../../taxonomy-codes.js';
import { type AdminOptions, expiryOf, requireActive } from './structures.js';

const Params = z.object({ id: Identifier });
const NEW_KEY_DAYS = 365;

/** apiKeysRoute makes a machine client's key, shown once; it stands for one structure. A key that is rotated works a while beside the new one. */
export const apiKeysRoute = async (
	server: FastifyInstance,
	{ registry, writer, clock, audit }: AdminOptions,
): Promise<void> => {
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
			const { id: oldId } = Params.parse(request.params);
			const { overlapDays } = KeyRotation.parse(request.body ?? {});
			const [id, secret] = [newId(), newSecret()];
			const usable = (): RecordOf<'api-key'> => {
				const key = registry.find('api-key', oldId);
				if (!key || key.revoked) throw new ProblemError('not_found');
				return key;
			};
			const expiresAt = expiryOf(clock, NEW_KEY_DAYS);
			usable();
			await audit.write({ actor: actorOf(request.subject), action: 'api-key.rotated', target: oldId });
			await writer.change(() => {
				const old = usable();
				const ends = [old.expiresAt, expiryOf(clock, overlapDays)].sort()[0] ?? old.expiresAt;
				requireActive(registry, old.structure);
				return [
					{ ...old, id, secretHash: hashOf(secret), expiresAt },
					{ ...old, expiresAt: ends },
				];
			});
			return reply.code(201).send({ id, key: `vk_${id}_${secret}`, expiresAt } satisfies ApiKeyIssued);
		},
	);
};
