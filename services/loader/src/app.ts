import { guardRoutes } from '@vigie/kit/access/guard-routes';
import { noteRefusals } from '@vigie/kit/access/note-refusals';
import { type SessionsOptions, sessionsPlugin } from '@vigie/kit/access/sessions';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import type { FastifyInstance } from 'fastify';
import { type DeadLetterRoutes, deadLettersRoute } from './routes/dead-letters.js';

export interface AppOptions extends Omit<HttpServerOptions, 'bodyLimit'>, SessionsOptions, DeadLetterRoutes {
	/** How it is read who asks. */
	readonly readers: readonly SubjectReader[];
}

/** createApp makes the loader's HTTP side: health and figures for the operator, dead letters for administrators. It does not listen. */
export const createApp = (options: AppOptions): FastifyInstance => {
	const app = createHttpServer({ ...options, bodyLimit: 1_024 });
	guardRoutes(app, options.readers, noteRefusals(options.audit, options.logger));
	app.register(async (people) => {
		await people.register(sessionsPlugin, options);
		await people.register(deadLettersRoute, options);
	});
	return app;
};
