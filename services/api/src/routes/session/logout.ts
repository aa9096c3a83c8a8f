import type { AuditLog } from '@vigie/kit/access/audit-log';
import { actorOf } from '@vigie/kit/access/audit-log';
import { clearSessionCookie } from '@vigie/kit/access/sessions';
import { type SignedOut, sessionPaths } from '@vigie/schemas/accounts/session';
import type { FastifyInstance } from 'fastify';
import type { IdentityProvider } from '../../identity/provider.js';

export interface LogoutOptions {
	readonly identity: IdentityProvider | null;
	readonly audit: AuditLog;
}

/** logoutRoute ends the session here, whatever the provider does, and says where to end it there. */
export const logoutRoute = async (
	server: FastifyInstance,
	{ identity, audit }: LogoutOptions,
): Promise<void> => {
	server.post(sessionPaths.logout, { config: { action: 'session:close' } }, async (request, reply) => {
		const idToken = request.session.signedIn?.idToken;
		await request.session.destroy();
		await audit.write({ actor: actorOf(request.subject), action: 'session.closed' });
		const atProvider = idToken === undefined ? null : await identity?.endOf(idToken).catch(() => null);
		return (
			clearSessionCookie(reply)
				.header('cache-control', 'no-store')
				// Not what is stored: a worker's device of the same browser would lose its token and what it has still to send.
				.header('clear-site-data', '"cache"')
				.send({ location: atProvider ?? '/' } satisfies SignedOut)
		);
	});
};
