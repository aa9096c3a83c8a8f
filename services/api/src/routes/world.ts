import type { RegistryView } from '@vigie/kit/registry-view';
import type { Clock } from '@vigie/schemas/clock';
import type { FastifyInstance } from 'fastify';
import type { Manifests } from '../published/manifests.js';
import { worldStateOf } from '../world-state.js';

export interface WorldOptions {
	readonly world: 'demo' | 'real';
	readonly clock: Clock;
	readonly manifests: Manifests;
	readonly registry: Pick<RegistryView, 'find'>;
}

/** worldRoute tells every page where it stands. */
export const worldRoute = async (
	server: FastifyInstance,
	{ world, clock, manifests, registry }: WorldOptions,
): Promise<void> => {
	server.get('/v1/world', { config: { action: 'public:read' } }, async (_request, reply) => {
		const state = worldStateOf(world, clock.now(), await manifests.all(), registry);
		return reply.header('cache-control', 'no-store').send(state);
	});
};
