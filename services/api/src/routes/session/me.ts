import { currentSession, type Timeouts } from '@vigie/kit/access/session-reader';
import type { RegistryView } from '@vigie/kit/registry-view';
import { type Me, sessionPaths } from '@vigie/schemas/accounts/session';
import type { Clock } from '@vigie/schemas/clock';
import type { FastifyInstance } from 'fastify';
import type { IdentityProvider } from '../../identity/provider.js';

export interface MeOptions {
	readonly world: 'demo' | 'real';
	readonly clock: Clock;
	readonly timeouts: Timeouts;
	readonly registry: Pick<RegistryView, 'find'>;
	readonly identity: IdentityProvider | null;
}

/** meRoute tells who is signed in here, and with it the token that a page sends back with what it changes. */
export const meRoute = async (server: FastifyInstance, options: MeOptions): Promise<void> => {
	const { world, timeouts, registry, identity } = options;
	server.get(sessionPaths.me, { config: { action: 'session:use' } }, async (request, reply) => {
		reply.header('cache-control', 'no-store');
		const session = await currentSession(request, options);
		const canSignIn = identity !== null;
		if (session === null || session === 'expired')
			return {
				world,
				account: null,
				grants: [],
				csrf: null,
				expiresAt: null,
				canSignIn,
			} satisfies Me;
		const record = registry.find('account', session.account);
		const known = record && !record.closed ? record : null;
		return {
			world,
			account: { id: session.account, label: known?.label ?? null },
			grants: known?.grants ?? [],
			csrf: session.csrf,
			expiresAt: new Date(Date.parse(session.openedAt) + timeouts.absoluteMs).toISOString(),
			canSignIn,
		} satisfies Me;
	});
};
