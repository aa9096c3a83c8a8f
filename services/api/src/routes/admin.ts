import type { FastifyInstance } from 'fastify';
import { type AccountsRouteOptions, accountsRoute } from './admin/accounts.js';
import { apiKeysRoute } from './admin/api-keys.js';
import { listsRoute } from './admin/lists.js';
import { revocationsRoute } from './admin/revocations.js';
import { structuresRoute } from './admin/structures.js';

/** adminRoutes are the administration, the same for a person who signed in (under `/v1`) and for a command line. */
export const adminRoutes = async (server: FastifyInstance, options: AccountsRouteOptions): Promise<void> => {
	await server.register(accountsRoute, options);
	await server.register(structuresRoute, options);
	await server.register(revocationsRoute, options);
	await server.register(apiKeysRoute, options);
	await server.register(listsRoute, options);
};
