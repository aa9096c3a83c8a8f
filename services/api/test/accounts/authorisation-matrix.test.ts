import { createApp } from '@vigie/api/app';
import { people } from '@vigie/identity/people';
import { createLogger } from '@vigie/kit/logger';
import type { Action } from '@vigie/schemas/accounts/actions';
import { CSRF_HEADER } from '@vigie/schemas/accounts/session';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readAs } from '../fixture.js';
import { type CookieJar, createJar } from './cookie-jar.js';
import { signIn } from './use-identity.js';
import { usePeople } from './use-people.js';

/** Everybody who can sign in to the demonstration, by role, a stranger who was granted nothing, and who did not sign in. */
const who = ['nobody', ...people.map(({ id }) => id)];
const signedIn = people.map(({ id }) => id);
const administrators = ['alix'];
/** The body in whose name a route of one body is asked: own to the first two, another one's to the others. */
const BODY = 'CNAF';
const ofBody = ['camille', 'sacha'];

/** allowed is the table: who may do what, written by hand and not computed from the rule that is judged by it. */
const allowed: Partial<Record<Action, readonly string[]>> = {
	'public:read': who,
	'enrolment:use': who,
	'session:use': who,
	'session:close': signedIn,
	'administration:read': administrators,
	'administration:write': administrators,
	'audit:read': administrators,
	'comment:read': ['noa'],
	'proposal:read': ['noa'],
	'proposal:decide': ['noa'],
	'report:answer': ['camille'],
	'maintenance:declare': ['camille', ...administrators],
	'jobs:read': administrators,
	'settings:read': [...ofBody, ...administrators],
	'settings:write': ['camille', ...administrators],
	'operation:run': [],
};

interface Route {
	readonly method: string;
	readonly url: string;
	readonly action: Action | undefined;
	/** For command lines: no session opens it, only the token. */
	readonly loopback: boolean;
}

/** routesOf lists the routes of the api as they are registered. Nothing of what they stand on is asked for anything. */
const routesOf = async (): Promise<readonly Route[]> => {
	const nothing = new Proxy({}, { get: () => () => undefined });
	// Only what registering reads is there; a handler would fail, and none is called.
	const app = createApp({
		logger: createLogger('matrix', 'silent'),
		metrics: { registerMetric: () => undefined },
		publicUrl: 'http://127.0.0.1',
		enrolmentsPerMinute: 1,
		timeouts: { idleMs: 60_000, absoluteMs: 60_000 },
		secrets: ['5'.repeat(64)],
		keys: '/nowhere',
		world: 'demo',
		redis: nothing,
		readiness: nothing,
		queues: [],
	} as unknown as Parameters<typeof createApp>[0]);
	const routes: Route[] = [];
	app.addHook('onRoute', ({ method, url, config }) => {
		for (const name of [method].flat())
			routes.push({ method: name, url, action: config?.action, loopback: url.startsWith('/admin/') });
	});
	await app.ready();
	await app.close();
	return routes;
};

const routes = await routesOf();
const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
const browsers = new Map<string, { jar: CookieJar; csrf: string }>();
const Csrf = z.object({ csrf: z.string().nullable() });

/** as signs somebody in, once, and again after they signed out. */
const as = async (person: string, again = false) => {
	const known = browsers.get(person);
	if (known && !again) return known;
	const jar = person === 'nobody' ? createJar() : await signIn(api.url, person);
	const { csrf } = await readAs(await jar.fetch(`${api.url}/v1/me`), z.looseObject(Csrf.shape));
	const browser = { jar, csrf: csrf ?? '' };
	browsers.set(person, browser);
	return browser;
};

const statusFor = async ({ method, url }: Route, person: string): Promise<number> => {
	const { jar, csrf } = await as(person);
	const address = url.replace(':body', BODY).replace(/:\w+/g, 'nothing');
	const response = await jar.fetch(`${api.url}${address}`, { method, headers: { [CSRF_HEADER]: csrf } });
	await response.arrayBuffer();
	if (address.endsWith('/logout') && response.ok) await as(person, true);
	return response.status;
};

// Methods that an address does not have are answered 405 to everybody, and so are not of the matrix.
const judged = routes.filter(({ method, url, action }) => {
	const declared = routes.filter((route) => route.url === url && route.action !== 'public:read');
	return method !== 'OPTIONS' && (action !== 'public:read' || declared.length === 0);
});

test('there are routes to judge, each declares its action, and the table knows each of them', () => {
	expect(judged.length).toBeGreaterThan(30);
	for (const { method, url, action } of routes)
		expect(action && allowed[action], `${method} ${url}`).toBeDefined();
});

test.each(who)('%s may do exactly what the table says, of every route', async (person) => {
	const differences: string[] = [];
	for (const route of judged) {
		const status = await statusFor(route, person);
		const may =
			route.action !== undefined && !route.loopback && allowed[route.action]?.includes(person) === true;
		const wanted = person === 'nobody' || route.loopback ? 401 : 403;
		const fits = may ? ![401, 403, 500].includes(status) : status === wanted;
		if (!fits)
			differences.push(`${route.method} ${route.url}: ${status}, ${may ? 'allowed' : `expected ${wanted}`}`);
	}

	expect(differences).toEqual([]);
});
