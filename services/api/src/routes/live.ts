import type { RegistryView } from '@vigie/kit/registry-view';
import type { Clock } from '@vigie/schemas/clock';
import type { LiveLevels } from '@vigie/schemas/live';
import type { FastifyInstance } from 'fastify';
import { maintenancesNow } from '../maintenances/standing.js';
import type { ReadLive } from '../published/live-levels.js';

export interface LiveOptions {
	readonly world: 'demo' | 'real';
	readonly clock: Clock;
	readonly readLive: ReadLive;
	readonly registry: Pick<RegistryView, 'all'>;
}

/** A level that nobody has judged again for an hour may be over: it is not told any more. */
const STALE_MS = 60 * 60_000;

/** liveRoute serves the levels that stand now. */
export const liveRoute = async (
	server: FastifyInstance,
	{ world, clock, readLive, registry }: LiveOptions,
): Promise<void> => {
	server.get('/v1/live', { config: { action: 'public:read' } }, async (_request, reply) => {
		const now = clock.now();
		const { asOf, levels } = await readLive();
		const isStale = asOf === null || now.getTime() - Date.parse(asOf) > STALE_MS;
		const body: LiveLevels = {
			world,
			now: now.toISOString(),
			asOf,
			levels: isStale ? [] : [...levels],
			maintenances: maintenancesNow(registry, now),
		};
		return reply.header('cache-control', 'no-store').send(body);
	});
};
