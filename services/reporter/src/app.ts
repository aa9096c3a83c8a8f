import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import { timeRequests } from '@vigie/kit/time-requests';
import type { FastifyInstance } from 'fastify';
import { publicReportsRoute } from './routes/public-reports.js';
import { type ReportRoutes, reportsRoute } from './routes/reports.js';

/** createApp puts the reporter's HTTP side together. It does not listen. */
export const createApp = (
	options: Omit<HttpServerOptions, 'bodyLimit'>,
	reports: ReportRoutes,
): FastifyInstance => {
	const app = createHttpServer({ ...options, bodyLimit: 1_024 });
	timeRequests(app, options.metrics);
	app.register(publicReportsRoute, reports);
	app.register(reportsRoute, reports);
	return app;
};
