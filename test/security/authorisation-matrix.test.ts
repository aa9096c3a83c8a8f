import { people } from '@vigie/identity/people';
import { type Action, actionNames } from '@vigie/schemas/accounts/actions';
import { ReportList } from '@vigie/schemas/reports/http';
import { expect, test, vi } from 'vitest';
import { apps, type Route, routesOf } from './apps.js';
import { type Asker, askers, useAskers } from './use-askers.js';
import { useServices } from './use-services.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const services = Object.keys(apps) as (keyof typeof apps)[];
const signedIn = people.map(({ id }) => id);
const administrators = ['alix'];
/** The bodies in whose name a route of one body is asked: own to some, another one's to the others. */
const platforms = { CNAF: 'CAF_MON_COMPTE', ANTS: 'ANTS' } as const;
type Body = keyof typeof platforms;
// Object.keys widens to texts.
const bodies = Object.keys(platforms) as Body[];

type Allowed = readonly Asker[] | Readonly<Record<Body, readonly Asker[]>>;

/** allowed is the table: who may do what, written by hand and not computed from the rule that is judged by it. */
const allowed: Readonly<Record<Action, Allowed>> = {
	'health:read': askers,
	'public:read': askers,
	'request:pass': askers,
	'enrolment:use': askers,
	'session:use': askers,
	'session:read': signedIn,
	'session:close': signedIn,
	'event:send': ['device', 'key that sends'],
	'batch:send': ['key that sends'],
	'proposal:send': ['device'],
	'report:list': ['camille', 'sacha', 'dominique', 'lou', 'key of CNAF', ...administrators],
	'report:read': {
		CNAF: ['camille', 'sacha', 'key of CNAF', ...administrators],
		ANTS: ['dominique', ...administrators],
	},
	'report:command': {
		CNAF: ['camille', 'key of CNAF', ...administrators],
		ANTS: ['dominique', ...administrators],
	},
	'report:answer': { CNAF: ['camille', 'key of CNAF'], ANTS: ['dominique'] },
	'report:reassign': { CNAF: administrators, ANTS: administrators },
	'settings:read': {
		CNAF: ['camille', 'sacha', ...administrators],
		ANTS: ['dominique', ...administrators],
	},
	'settings:write': { CNAF: ['camille', ...administrators], ANTS: ['dominique', ...administrators] },
	'maintenance:declare': {
		CNAF: ['camille', 'key of CNAF', ...administrators],
		ANTS: ['dominique', ...administrators],
	},
	'comment:read': ['noa'],
	'proposal:read': ['noa'],
	'proposal:decide': ['noa'],
	'administration:read': [...administrators, 'operator'],
	'administration:write': [...administrators, 'operator'],
	'audit:read': administrators,
	'jobs:read': administrators,
	'operation:run': ['operator'],
};

const { api, urls } = await useServices(Object.values(platforms));
const askerOf = await useAskers(api, urls.intake);
const routes = (await Promise.all(services.map(routesOf))).flat();

/** A report of each body, asked of the reporter once it has opened both. */
const reports = await vi.waitUntil(
	async () => {
		const ask = await askerOf('alix');
		const list = ReportList.parse(await (await ask(`${urls.reporter}/v1/reports`, 'GET')).json()).reports;
		const [first, second] = bodies.map((body) => list.find((report) => report.body === body)?.id);
		return first !== undefined && second !== undefined && { CNAF: first, ANTS: second };
	},
	{ timeout: 60_000, interval: 50 },
);

const isOfReport = ({ url }: Route): boolean => url.startsWith('/v1/reports/:id');
/** Methods that an address does not have are answered 405 to everybody, and so are not of the matrix. */
const isJudged = ({ service, method, url, action }: Route): boolean => {
	const others = routes.filter(
		(route) => route.service === service && route.url === url && route.action !== 'public:read',
	);
	return service in urls && method !== 'OPTIONS' && (action !== 'public:read' || others.length === 0);
};
/** Each route is asked once for each body that its address can be about. */
const cases = routes.filter(isJudged).flatMap((route) => {
	const ofBody = route.url.includes(':body') || isOfReport(route);
	return (ofBody ? bodies : [null]).map((body) => ({ route, body }));
});
type Case = (typeof cases)[number];

const addressOf = ({ route, body }: Case): string => {
	const { url, service } = route;
	const report = body === null ? '' : reports[body];
	const path = isOfReport(route) ? url.replace(':id', report) : url.replace(':body', body ?? '');
	// A service that judges nobody is not asked.
	return `${service in urls ? urls[service as keyof typeof urls] : ''}${path.replace(/:\w+/g, 'nothing')}`;
};

const mayOf = ({ route: { action, loopback }, body }: Case, asker: Asker): boolean => {
	if (action === undefined) return false;
	const table = allowed[action];
	const who = 'CNAF' in table ? table[body ?? 'CNAF'] : table;
	// The token of the machine opens the routes of command lines and no other, and nothing else opens these.
	const isTheirs = loopback === (asker === 'operator') || who === askers;
	return isTheirs && who.includes(asker);
};

/** refusalOf is the status that somebody is refused with: not known here, known and may not, or, for a report that is not theirs to read, not there. */
const refusalOf = ({ route, body }: Case, asker: Asker): number => {
	const byKey = ['key of CNAF', 'key that sends'].includes(asker);
	if (route.loopback || asker === 'nobody' || asker === 'operator') return 401;
	if (route.service === 'intake')
		return byKey || (asker === 'device' && route.action === 'batch:send') ? 403 : 401;
	if (asker === 'device' || (byKey && route.service === 'loader')) return 401;
	const elsewhere = body !== null && bodies.some((other) => mayOf({ route, body: other }, asker));
	// Lou answers for a body that has no report here.
	return isOfReport(route) && (elsewhere || asker === 'lou') ? 404 : 403;
};

test('there are routes to judge in each service that judges, and each of every service declares its action', () => {
	for (const service of Object.keys(urls))
		expect(cases.filter(({ route }) => route.service === service).length, service).toBeGreaterThan(2);
	expect(cases.length).toBeGreaterThan(60);
	for (const { service, method, url, action } of routes)
		expect(action && allowed[action], `${service}: ${method} ${url}`).toBeDefined();
	expect(Object.keys(allowed).sort()).toEqual([...actionNames].sort());
});

test.each(services)('%s does not start with a route that declares no action', async (service) => {
	const app = apps[service]();
	app.register(async (scope) => void scope.get('/forgotten', () => 'all of it'));

	await expect(app.ready()).rejects.toThrow('GET /forgotten declares no action');
});

test.each(askers)('%s may do exactly what the table says, of every route of every service', async (asker) => {
	const differences: string[] = [];
	for (const one of cases) {
		const { route, body } = one;
		const ask = await askerOf(asker);
		const response = await ask(addressOf(one), route.method);
		await response.arrayBuffer();
		const may = mayOf(one, asker);
		const refused = [401, 403, 429, 500, 503, ...(isOfReport(route) ? [404] : [])];
		const wanted = refusalOf(one, asker);
		const { status } = response;
		if (may ? refused.includes(status) : status !== wanted)
			differences.push(
				`${route.service}: ${route.method} ${route.url} ${body ?? ''} ${status}, ${may ? 'allowed' : `expected ${wanted}`}`,
			);
	}

	expect(differences).toEqual([]);
});
