import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import { answerOtherMethods } from '@vigie/kit/other-methods';
import { timeRequests } from '@vigie/kit/time-requests';
import type { FastifyInstance } from 'fastify';
import { administratorPlugin } from './plugins/administrator.js';
import { enrolmentLimitPlugin } from './plugins/enrolment-limit.js';
import { apiKeysRoute } from './routes/admin/api-keys.js';
import { importRoute } from './routes/admin/import.js';
import { revocationsRoute } from './routes/admin/revocations.js';
import { type AdminOptions, structuresRoute } from './routes/admin/structures.js';
import { contractsRoute } from './routes/contracts.js';
import { type EnrolmentOptions, enrolmentRoute } from './routes/enrolment.js';
import { type LiveOptions, liveRoute } from './routes/live.js';
import { registryRoute } from './routes/registry.js';
import { type ReleasesOptions, releasesRoute } from './routes/releases.js';
import { type SeriesOptions, seriesRoute } from './routes/series.js';
import { type SignalsOptions, signalsRoute } from './routes/signals.js';
import { taxonomyRoute } from './routes/taxonomy.js';
import { type WorldOptions, worldRoute } from './routes/world.js';

export interface AppDependencies
	extends Omit<HttpServerOptions, 'bodyLimit'>,
		AdminOptions,
		EnrolmentOptions,
		LiveOptions,
		ReleasesOptions,
		SeriesOptions,
		SignalsOptions,
		WorldOptions {
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
	app.register(async (api) => {
		const answerTheRest = answerOtherMethods(api);
		await api.register(worldRoute, dependencies);
		await api.register(liveRoute, dependencies);
		await api.register(signalsRoute, dependencies);
		await api.register(taxonomyRoute);
		await api.register(registryRoute);
		await api.register(releasesRoute, dependencies);
		await api.register(seriesRoute, dependencies);
		await api.register(contractsRoute, dependencies);
		await api.register(async (enrolment) => {
			await enrolment.register(enrolmentLimitPlugin, { perMinute: dependencies.enrolmentsPerMinute });
			await enrolment.register(enrolmentRoute, dependencies);
		});
		await api.register(async (admin) => {
			await admin.register(administratorPlugin, { keys: dependencies.keys });
			await admin.register(structuresRoute, dependencies);
			await admin.register(revocationsRoute, dependencies);
			await admin.register(apiKeysRoute, dependencies);
			await admin.register(importRoute, dependencies);
		});
		answerTheRest();
	});
	return app;
};
