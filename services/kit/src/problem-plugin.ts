import {
	type FieldError,
	fieldErrorsOf,
	type ProblemCode,
	problemOf,
	problems,
} from '@vigie/schemas/problem';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';

/** ProblemError is thrown by a handler to answer with a problem document. */
export class ProblemError extends Error {
	override name = 'ProblemError';
	readonly code: ProblemCode;
	readonly errors: readonly FieldError[] | undefined;
	readonly retryAfterSeconds: number | undefined;

	constructor(
		code: ProblemCode,
		options: { errors?: readonly FieldError[]; retryAfterSeconds?: number } = {},
	) {
		super(code);
		this.code = code;
		this.errors = options.errors;
		this.retryAfterSeconds = options.retryAfterSeconds;
	}
}

/** sendProblem answers a request with the problem document of a code. */
export const sendProblem = (
	reply: FastifyReply,
	code: ProblemCode,
	options: { errors?: readonly FieldError[] | undefined; retryAfterSeconds?: number | undefined } = {},
): FastifyReply => {
	if (options.retryAfterSeconds !== undefined) reply.header('retry-after', String(options.retryAfterSeconds));
	if (problems[code].status === 401) reply.header('www-authenticate', 'Bearer');
	return reply
		.code(problems[code].status)
		.type('application/problem+json')
		.send(JSON.stringify(problemOf(code, options.errors)));
};

const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
	FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
	FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
	FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
	FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_json',
	FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
	FST_ERR_VALIDATION: 'invalid_request',
};

const FrameworkError = z.object({ code: z.string(), statusCode: z.number().catch(500) });

/** problemCodeOf gives the code of the problem that an error of a handler, or of Fastify, is answered with. */
export const problemCodeOf = (error: unknown): ProblemCode => {
	if (error instanceof ProblemError) return error.code;
	if (error instanceof z.ZodError) return 'invalid_request';
	const known = FrameworkError.safeParse(error);
	if (!known.success) return 'internal';
	const { code, statusCode } = known.data;
	// An error of the caller that has no code of ours (a body broken off, for one) is still the caller's.
	return fastifyCodes[code] ?? (statusCode >= 400 && statusCode < 500 ? 'invalid_request' : 'internal');
};

/** problemPlugin makes every error of a server a problem document: path and code, never a value, never a stack. */
export const problemPlugin = async (server: FastifyInstance): Promise<void> => {
	server.setErrorHandler((error, request, reply) => {
		if (error instanceof ProblemError) return sendProblem(reply, error.code, error);
		if (error instanceof z.ZodError)
			return sendProblem(reply, 'invalid_request', { errors: fieldErrorsOf(error) });
		const code = problemCodeOf(error);
		if (code === 'internal')
			request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error');
		return sendProblem(reply, code);
	});
	server.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not_found'));
};

// A plugin of Fastify is encapsulated unless it says otherwise; these handlers are for the whole server.
Object.defineProperty(problemPlugin, Symbol.for('skip-override'), { value: true });
