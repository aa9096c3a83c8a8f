import { ProblemError } from '@vigie/kit/problem-plugin';
import { LoginQuery, safeReturn, sessionPaths } from '@vigie/schemas/accounts/session';
import type { Clock } from '@vigie/schemas/clock';
import type { FastifyInstance } from 'fastify';
import type { IdentityProvider } from '../../identity/provider.js';

export interface LoginOptions {
	readonly identity: IdentityProvider | null;
	readonly clock: Clock;
}

/** loginRoute sends a browser to the identity provider, and remembers for that browser alone what is to come back. */
export const loginRoute = async (
	server: FastifyInstance,
	{ identity, clock }: LoginOptions,
): Promise<void> => {
	server.get(sessionPaths.login, { config: { action: 'session:use' } }, async (request, reply) => {
		if (identity === null) throw new ProblemError('not_found');
		const query = LoginQuery.parse(request.query);
		const { location, ...secrets } = await identity.begin();
		request.session.pending = {
			...secrets,
			return: safeReturn(query.return),
			invitation: query.invitation ?? null,
			at: clock.now().toISOString(),
		};
		await request.session.save();
		return reply.header('cache-control', 'no-store').redirect(location, 302);
	});
};
