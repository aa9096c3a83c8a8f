import { type Action, actions } from '@vigie/schemas/accounts/actions';
import { can, reachOf } from '@vigie/schemas/accounts/can';
import { anonymous, type Subject } from '@vigie/schemas/accounts/subject';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-plugin.js';
import type { SubjectReader } from './subject-reader.js';

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
	interface FastifyRequest {
		/** Who asks; anonymous where the action is open to all. */
		subject: Subject;
	}
}

const refuse = (subject: Subject): never => {
	throw new ProblemError(subject.kind === 'anonymous' ? 'missing_credentials' : 'forbidden');
};

const readSubject = async (request: FastifyRequest, readers: readonly SubjectReader[]): Promise<Subject> => {
	for (const read of readers) {
		const subject = await read(request);
		if (subject) return subject;
	}
	if (request.headers.authorization !== undefined) throw new ProblemError('invalid_credentials');
	return anonymous;
};

/**
 * guardRoutes makes every route that is registered from here on declare its action, and lets through only who may do it: first whoever
 * may do it at all, before a body is read, then, for a thing of one body, to that thing. Registering a route without an action throws.
 */
export const guardRoutes = (server: FastifyInstance, readers: readonly SubjectReader[]): void => {
	server.addHook('onRoute', function (route) {
		if (this.actionOfScope !== undefined) route.config = { action: this.actionOfScope, ...route.config };
		const { method, url, config } = route;
		const where = `${[method].flat().join(', ')} ${url}`;
		if (config?.action === undefined) throw new Error(`${where} declares no action`);
		if (actions[config.action].of === 'body' && config.bodyOf === undefined)
			throw new Error(`${where} does not say to which body its thing belongs`);
	});
	server.decorateRequest('subject');
	// After every onRequest, among them the one that loads the session; before the body is read.
	server.addHook('preParsing', async (request) => {
		const { action } = request.routeOptions.config;
		request.subject = anonymous;
		if (action === undefined || actions[action].open) return;
		request.subject = await readSubject(request, readers);
		if (reachOf(request.subject, action) === 'none') refuse(request.subject);
	});
	server.addHook('preHandler', async (request) => {
		const { action, bodyOf } = request.routeOptions.config;
		if (action === undefined || bodyOf === undefined) return;
		if (!can(request.subject, action, { body: await bodyOf(request) })) refuse(request.subject);
	});
};
