import { createApp as api } from '@vigie/api/app';
import { createApp as detector } from '@vigie/detector/app';
import { createApp as gateway } from '@vigie/gateway/app';
import { createApp as intake } from '@vigie/intake/app';
import { createLogger } from '@vigie/kit/logger';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { createApp as loader } from '@vigie/loader/app';
import { createApp as publisher } from '@vigie/publisher/app';
import { createApp as reporter } from '@vigie/reporter/app';
import type { Action } from '@vigie/schemas/accounts/actions';
import type { FastifyInstance } from 'fastify';

const nothing = new Proxy({}, { get: () => () => undefined });
const AWAY = 'http://127.0.0.1:9';

// Only what registering reads is there: handlers would fail, and none is called.
const built = <Options>(make: (options: Options) => FastifyInstance) => {
	const options = {
		logger: createLogger('apps', 'silent'),
		metrics: createMetrics('apps'),
		readiness: createReadiness([]),
		readers: [],
		secrets: ['5'.repeat(64)],
		timeouts: { idleMs: 60_000, absoluteMs: 60_000 },
		keys: '/nowhere',
		publicUrl: 'http://127.0.0.1',
		world: 'demo',
		enrolmentsPerMinute: 1,
		queues: [],
		redis: nothing,
		comments: {},
		proposals: {},
		refusals: nothing,
		files: new Map(),
		styleHashes: [],
		intakeUrl: AWAY,
		apiUrl: AWAY,
		reporterUrl: AWAY,
		loaderUrl: AWAY,
	};
	return make(options as unknown as Options);
};

/** apps makes the HTTP side of every service, as it is registered and without what it stands on. */
export const apps = {
	api: () => built(api),
	reporter: () => built(reporter),
	loader: () => built(loader),
	intake: () => built(intake),
	gateway: () => built(gateway),
	publisher: () => built(publisher),
	detector: () => built(detector),
} as const satisfies Record<string, () => FastifyInstance>;

/** Route is one method of one address of a service, with what it says that it does. */
export interface Route {
	readonly service: keyof typeof apps;
	readonly method: string;
	readonly url: string;
	readonly action: Action | undefined;
	/** For command lines: only the token of the machine opens it. */
	readonly loopback: boolean;
}

/** routesOf lists the routes of a service, those that it registers once it starts: all but its health and metrics. */
export const routesOf = async (service: keyof typeof apps): Promise<readonly Route[]> => {
	const app = apps[service]();
	const routes: Route[] = [];
	app.addHook('onRoute', ({ method, url, config }) => {
		const loopback = url.startsWith('/admin/');
		for (const name of [method].flat())
			routes.push({ service, method: name, url, action: config?.action, loopback });
	});
	await app.ready();
	await app.close();
	return routes;
};
