import { apiKeyReader } from '@vigie/kit/access/api-key';
import { guardRoutes } from '@vigie/kit/access/guard-routes';
import { noteRefusals } from '@vigie/kit/access/note-refusals';
import { sessionReader } from '@vigie/kit/access/session-reader';
import { type SessionsOptions, sessionsPlugin } from '@vigie/kit/access/sessions';
import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import { answerOtherMethods } from '@vigie/kit/other-methods';
import type { RegistryView } from '@vigie/kit/registry-view';
import { timeRequests } from '@vigie/kit/time-requests';
import type { FastifyInstance } from 'fastify';
import { enrolmentLimitPlugin } from './plugins/enrolment-limit.js';
import { loopbackPlugin, operatorReader } from './plugins/operator.js';
import { type AuditRouteOptions, auditRoute } from './routes/admin/audit.js';
import { type CommentsOptions, commentsRoute } from './routes/admin/comments.js';
import { importRoute } from './routes/admin/import.js';
import { type JobsOptions, jobsRoute } from './routes/admin/jobs.js';
import { type ProposalsOptions, proposalDecisionsRoute, proposalsRoute } from './routes/admin/proposals.js';
import { adminRoutes } from './routes/admin.js';
import { type AttestationOptions, attestationsRoute } from './routes/attestations.js';
import type { WebhooksOptions } from './routes/bodies/webhooks.js';
import { bodiesRoutes } from './routes/bodies.js';
import { contractsRoute } from './routes/contracts.js';
import { type EnrolmentOptions, enrolmentRoute } from './routes/enrolment.js';
import { type LiveOptions, liveRoute } from './routes/live.js';
import {
	type MaintenanceOptions,
	maintenancesRoute,
	publicMaintenancesRoute,
} from './routes/maintenances.js';
import { registryRoute } from './routes/registry.js';
import { type ReleasesOptions, releasesRoute } from './routes/releases.js';
import { type SeriesOptions, seriesRoute } from './routes/series.js';
import { type SessionRoutesOptions, sessionRoutes } from './routes/session.js';
import { type SignalsOptions, signalsRoute } from './routes/signals.js';
import { taxonomyRoute } from './routes/taxonomy.js';
import { type WorldOptions, worldRoute } from './routes/world.js';

export interface AppDependencies
	extends Omit<HttpServerOptions, 'bodyLimit'>,
		WebhooksOptions,
		AuditRouteOptions,
		CommentsOptions,
		Omit<ProposalsOptions, 'registry'>,
		JobsOptions,
		EnrolmentOptions,
		LiveOptions,
		AttestationOptions,
		MaintenanceOptions,
		ReleasesOptions,
		SeriesOptions,
		SignalsOptions,
		SessionRoutesOptions,
		Pick<SessionsOptions, 'redis' | 'secrets'>,
		WorldOptions {
	readonly registry: Pick<RegistryView, 'find' | 'all'>;
	/** The key directory. */
	readonly keys: string;
	/** Uses of one enrolment link in a minute. */
	readonly enrolmentsPerMinute: number;
}

/** A body to the api is a form of a few fields; only the import of a demonstration is larger. */
const BODY_LIMIT = 4_096;

/** createApp puts the api's HTTP side together. It does not listen, and opens nothing. */
export const createApp = (dependencies: AppDependencies): FastifyInstance => {
	const app = createHttpServer({ ...dependencies, bodyLimit: BODY_LIMIT });
	timeRequests(app, dependencies.metrics);
	const { keys, registry, clock, audit, logger } = dependencies;
	const readers = [operatorReader(keys), sessionReader(dependencies), apiKeyReader(registry, clock)];
	guardRoutes(app, readers, noteRefusals(audit, logger));
	app.register(async (api) => {
		const answerTheRest = answerOtherMethods(api);
		await api.register(worldRoute, dependencies);
		await api.register(liveRoute, dependencies);
		await api.register(signalsRoute, dependencies);
		await api.register(taxonomyRoute);
		await api.register(registryRoute);
		await api.register(publicMaintenancesRoute, dependencies);
		await api.register(proposalDecisionsRoute, dependencies);
		await api.register(attestationsRoute, dependencies);
		await api.register(releasesRoute, dependencies);
		await api.register(seriesRoute, dependencies);
		await api.register(contractsRoute, dependencies);
		await api.register(async (enrolment) => {
			await enrolment.register(enrolmentLimitPlugin, { perMinute: dependencies.enrolmentsPerMinute });
			await enrolment.register(enrolmentRoute, dependencies);
		});
		await api.register(async (admin) => {
			await admin.register(loopbackPlugin);
			await admin.register(adminRoutes, dependencies);
			await admin.register(importRoute, dependencies);
		});
		await api.register(async (people) => {
			await people.register(sessionsPlugin, dependencies);
			await people.register(sessionRoutes, dependencies);
			await people.register(auditRoute, dependencies);
			await people.register(commentsRoute, dependencies);
			await people.register(proposalsRoute, dependencies);
			await people.register(maintenancesRoute, dependencies);
			// Not among the options: they would prefix once more what is registered below.
			await people.register((scope) => adminRoutes(scope, dependencies), { prefix: '/v1' });
			await people.register((scope) => bodiesRoutes(scope, dependencies), { prefix: '/v1' });
		});
		answerTheRest();
	});
	// Apart from the others: it declares its addresses in its own way.
	app.register(async (board) => {
		await board.register(sessionsPlugin, dependencies);
		await board.register((scope) => jobsRoute(scope, dependencies), { prefix: '/v1/admin/jobs' });
	});
	return app;
};
