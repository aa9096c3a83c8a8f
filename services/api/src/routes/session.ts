import type { FastifyInstance } from 'fastify';
import { type CallbackOptions, callbackRoute } from './session/callback.js';
import { loginRoute } from './session/login.js';
import { logoutRoute } from './session/logout.js';
import { type MeOptions, meRoute } from './session/me.js';
import { type OwnSessionsOptions, ownSessionsRoute } from './session/own-sessions.js';

export type SessionRoutesOptions = CallbackOptions & MeOptions & OwnSessionsOptions;

/** sessionRoutes are the way in, the way out, and who one is meanwhile. */
export const sessionRoutes = async (
	server: FastifyInstance,
	options: SessionRoutesOptions,
): Promise<void> => {
	await server.register(meRoute, options);
	await server.register(loginRoute, options);
	await server.register(callbackRoute, options);
	await server.register(logoutRoute, options);
	await server.register(ownSessionsRoute, options);
};
