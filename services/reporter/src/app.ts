import { guardRoutes } from '@vigie/kit/access/guard-routes';
import { noteRefusals } from '@vigie/kit/access/note-refusals';
import { type SessionsOptions, sessionsPlugin } from '@vigie/kit/access/sessions';
import type { SubjectReader } from '@vigie/kit/access/subject-reader';
import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import { timeRequests } from '@vigie/kit/time-requests';
import type { FastifyInstance } from 'fastify';
import { answersRoute } from './routes/answers.js';
import { publicReportsRoute } from './routes/public-reports.js';
import { type ReportRoutes, reportsRoute } from './routes/reports.js';
import { type SettingsRoutes, settingsRoute } from './routes/settings.js';

export interface AppOptions
	extends Omit<HttpServerOptions, 'bodyLimit'>,
		SessionsOptions,
		Omit<SettingsRoutes, 'book'>,
		ReportRoutes {
	/** How it is read who asks. */
	readonly readers: readonly SubjectReader[];
}

/** createApp puts the reporter's HTTP side together. It does not listen. */
export const createApp = (options: AppOptions): FastifyInstance => {
	const app = createHttpServer({ ...options, bodyLimit: 1_024 });
	timeRequests(app, options.metrics);
	guardRoutes(app, options.readers, noteRefusals(options.audit, options.logger));
	app.register(publicReportsRoute, options);
	app.register(answersRoute, options);
	app.register(async (people) => {
		await people.register(sessionsPlugin, options);
		await people.register(reportsRoute, options);
		await people.register(settingsRoute, options);
	});
	return app;
};
