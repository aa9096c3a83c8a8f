import { type Action, actions } from '@vigie/schemas/accounts/actions';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** BodyOf says to which body the thing asked for belongs; null when to none. It may throw the problem of what is not there. */
export type BodyOf = (request: FastifyRequest) => string | null | Promise<string | null>;

declare module 'fastify' {
	interface FastifyContextConfig {
		/** What a route does, of the closed list: the service does not start without. */
		action?: Action;
		/** For an action on a thing of one body. */
		bodyOf?: BodyOf;
	}
	interface FastifyInstance {
		/** What all routes of a scope do: for a plugin of somebody else's, whose routes declare nothing. */
		actionOfScope?: Action;
	}
}

/** requireActions makes every route that is registered from here on declare its action. Registering one without throws: the service does not start. */
export const requireActions = (server: FastifyInstance): void => {
	server.addHook('onRoute', function (route) {
		if (this.actionOfScope !== undefined) route.config = { action: this.actionOfScope, ...route.config };
		const { method, url, config } = route;
		const where = `${[method].flat().join(', ')} ${url}`;
		if (config?.action === undefined) throw new Error(`${where} declares no action`);
		if (actions[config.action].of === 'body' && config.bodyOf === undefined)
			throw new Error(`${where} does not say to which body its thing belongs`);
	});
};
