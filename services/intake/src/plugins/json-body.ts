import { ProblemError } from '@vigie/kit/problem-plugin';
import { hasUniqueNames } from '@vigie/kit/unique-names';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** jsonBodyPlugin reads `application/json` and nothing else: not compressed, no repeated name, no `__proto__`. */
export const jsonBodyPlugin = fp(
	async (server: FastifyInstance) => {
		server.removeAllContentTypeParsers();
		const parse = server.getDefaultJsonParser('error', 'error');
		server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
			if (request.headers['content-encoding'] !== undefined)
				return done(new ProblemError('unsupported_media_type'));
			parse(request, text, (err, value) => {
				if (err) return done(err);
				done(hasUniqueNames(text, value) ? null : new ProblemError('malformed_json'), value);
			});
		});
	},
	{ name: 'json-body' },
);
