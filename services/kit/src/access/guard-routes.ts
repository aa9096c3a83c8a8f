import { type Action, actions } from '@vigie/schemas/accounts/actions';
import { can, reachOf } from '@vigie/schemas/accounts/can';
import { anonymous, type Subject } from '@vigie/schemas/accounts/subject';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-plugin.js';
import type { NoteRefusal } from './note-refusals.js';
import type { SubjectReader } from './subject-reader.js';

declare module 'fastify' {
	interface FastifyRequest {
		/** Who asks; anonymous where the action is open to all. */
		subject: Subject;
	}
}

/** refuse answers who may not do something: whoever is known, with the act on record. */
const refuse = (subject: Subject, action: Action, note: NoteRefusal): never => {
	note(subject, action);
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
 * guardRoutes lets through, on every route that is registered from here on, only who may do what the route declares: first whoever may do it at
 * all, before a body is read, then, for a thing of one body, to that thing.
 */
export const guardRoutes = (
	server: FastifyInstance,
	readers: readonly SubjectReader[],
	note: NoteRefusal,
): void => {
	server.decorateRequest('subject');
	// After every onRequest, among them the one that loads the session; before the body is read.
	server.addHook('preParsing', async (request) => {
		const { action } = request.routeOptions.config;
		request.subject = anonymous;
		if (action === undefined || actions[action].open) return;
		request.subject = await readSubject(request, readers);
		if (reachOf(request.subject, action) === 'none') refuse(request.subject, action, note);
	});
	server.addHook('preHandler', async (request) => {
		const { action, bodyOf } = request.routeOptions.config;
		if (action === undefined || bodyOf === undefined) return;
		if (!can(request.subject, action, { body: await bodyOf(request) })) refuse(request.subject, action, note);
	});
};
