import type { RegistryView } from '@vigie/kit/registry-view';
import { KeyRotation } from '@vigie/schemas/administration';
import type { BodyKey } from '@vigie/schemas/settings';
import type { FastifyInstance } from 'fastify';
import { rotateKey } from '../../registry/rotate-key.js';
import type { AdminOptions } from '../admin/structures.js';
import { bodyOfPath, knownBody } from './body-of-path.js';

/** keysOfBody gives the keys that stand for a body: those of its structures, without their secret. */
export const keysOfBody = (registry: Pick<RegistryView, 'find' | 'all'>, body: string): BodyKey[] =>
	registry
		.all('api-key')
		.filter(({ structure }) => registry.find('structure', structure)?.body === body)
		.map(({ id, structure, scopes, expiresAt, revoked }) => ({
			id,
			structure,
			scopes,
			expiresAt,
			revoked,
		}));

/** bodyKeysRoute lets a body make a key of its own anew. A first one is an administrator's to give. */
export const bodyKeysRoute = async (server: FastifyInstance, options: AdminOptions): Promise<void> => {
	server.post(
		'/bodies/:body/keys/:id/rotate',
		{ config: { action: 'settings:write', bodyOf: bodyOfPath } },
		async (request, reply) => {
			const { body, id: key } = knownBody(request.params);
			const { overlapDays } = KeyRotation.parse(request.body ?? {});
			const issued = await rotateKey(options, request.subject, { key, overlapDays, body });
			return reply.code(201).header('cache-control', 'no-store').send(issued);
		},
	);
};
