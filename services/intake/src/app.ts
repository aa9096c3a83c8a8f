import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import type { FastifyInstance } from 'fastify';
import type { Acceptance } from './acceptance.js';
import { type Comments, commentRoute } from './comments/comment-route.js';
import { switchRoute } from './comments/switch-route.js';
import type { Credentials } from './credentials.js';
import type { Desk } from './desk.js';
import type { IntakeMetrics } from './metrics.js';
import { jsonBodyPlugin } from './plugins/json-body.js';
import { type RateLimits, rateLimitPlugin } from './plugins/rate-limit.js';
import { refusalsPlugin } from './plugins/refusals.js';
import { senderPlugin } from './plugins/sender.js';
import { underPressurePlugin } from './plugins/under-pressure.js';
import { type Proposals, proposalRoute } from './proposals/proposal-route.js';
import type { RateCounter } from './rate-counter.js';
import { batchRoute } from './routes/batch.js';
import { eventsRoute } from './routes/events.js';
import { otherMethodsRoute } from './routes/other-methods.js';

export interface AppDependencies extends Omit<HttpServerOptions, 'bodyLimit'> {
	readonly credentials: Credentials;
	readonly desk: Desk;
	readonly acceptance: Acceptance;
	readonly counter: RateCounter;
	readonly limits: RateLimits;
	/** Null in a deployment that takes no comment. */
	readonly comments: Comments | null;
	readonly proposals: Proposals;
	readonly refusals: Pick<IntakeMetrics, 'refusedRequest'>;
}

/** One event of the longest kind is a tenth of it. */
const BODY_LIMIT = 16_384;

/** createApp puts intake's HTTP side together. It does not listen, and opens nothing. */
export const createApp = (dependencies: AppDependencies): FastifyInstance => {
	const { credentials, desk, acceptance, counter, limits, refusals, comments, proposals, ...base } =
		dependencies;
	const app = createHttpServer({ ...base, bodyLimit: BODY_LIMIT });
	app.register(otherMethodsRoute);
	app.register(switchRoute, { comments: comments ? 'on' : 'off' });
	app.register(async (events) => {
		await events.register(refusalsPlugin, { refusals });
		await events.register(underPressurePlugin);
		await events.register(senderPlugin, { credentials });
		await events.register(rateLimitPlugin, { counter, limits });
		await events.register(jsonBodyPlugin);
		await events.register(eventsRoute, { desk, acceptance });
		await events.register(batchRoute, { desk, acceptance });
		await events.register(proposalRoute, proposals);
		if (comments) await events.register(commentRoute, comments);
	});
	return app;
};
